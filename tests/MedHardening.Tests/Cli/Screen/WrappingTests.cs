using MedHardening.Cli.Screen;
using Xunit;

namespace MedHardening.Tests.Cli.Screen;

public class WrappingTests
{
    [Fact]
    public void English_breaks_at_spaces() =>
        Assert.Equal(["measured", "is not", "passed"], Wrapping.Lines("measured is not passed", 8));

    [Fact]
    public void Japanese_breaks_between_characters() =>
        Assert.Equal(["測定され", "なければ", "合格では", "ない"], Wrapping.Lines("測定されなければ合格ではない", 8));

    [Fact]
    public void A_full_stop_does_not_begin_a_line() =>
        Assert.Equal(["測定す", "る。次"], Wrapping.Lines("測定する。次", 8));

    [Fact]
    public void An_opening_bracket_does_not_end_a_line() =>
        Assert.Equal(["様式", "（案）"], Wrapping.Lines("様式（案）", 6));

    [Fact]
    public void The_lines_of_a_paragraph_hang_below_its_first_and_its_own_indent_stays() =>
        Assert.Equal(["  PC-01  no", "         answer"], Wrapping.Lines("  PC-01  no answer", 16, hang: 9));

    [Fact]
    public void A_word_that_is_too_long_is_not_cut() =>
        Assert.Equal(["see", "status.schema.json", "there"], Wrapping.Lines("see status.schema.json there", 10));
}
