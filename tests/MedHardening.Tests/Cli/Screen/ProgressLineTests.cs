using MedHardening.Cli.Screen;
using Spectre.Console;
using Xunit;

namespace MedHardening.Tests.Cli.Screen;

public class ProgressLineTests
{
    [Fact]
    public void Nothing_is_written_where_the_error_stream_is_no_terminal()
    {
        Terminal terminal = Screens.Pipe();
        ProgressLine progress = new(terminal, Language.English);

        progress.Show(1, 2, "PC-1");
        progress.Clear();

        Assert.Equal("", terminal.Error.ToString());
    }

    [Fact]
    public void A_shorter_line_covers_the_longer_one_before_it()
    {
        Terminal terminal = Screens.Of(80);
        ProgressLine progress = new(terminal, Language.English);

        progress.Show(1, 2, "PC-LONGER");
        progress.Show(2, 2, "PC");

        Assert.Equal(
            "\rMeasuring [############............] 1/2 PC-LONGER\rMeasuring [########################] 2/2 PC       ",
            terminal.Error.ToString());
    }

    [Fact]
    public void The_line_stays_within_the_terminal()
    {
        Terminal terminal = Screens.Of(40);

        new ProgressLine(terminal, Language.Japanese).Show(1, 2, "医事課のとても長い名前のコンピューター");

        Assert.True(terminal.Error.ToString()!.TrimStart('\r').GetCellWidth() < 40);
    }

    [Fact]
    public void It_needs_no_escape_sequences()
    {
        Terminal terminal = Screens.Of(80, colors: true);
        ProgressLine progress = new(terminal, Language.English);

        progress.Show(1, 2, "\u001b[2J");
        progress.Clear();

        Assert.DoesNotContain('\u001b', terminal.Error.ToString()!);
    }
}
