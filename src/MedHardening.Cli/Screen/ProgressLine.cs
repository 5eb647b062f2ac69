using System.Globalization;
using Spectre.Console;

namespace MedHardening.Cli.Screen;

/// <summary>
/// One line on the error stream that is rewritten as computers end; nothing where that stream is no terminal. Erased by spaces,
/// so that it needs no escape sequences. Not for use by two threads at a time.
/// </summary>
internal sealed class ProgressLine(Terminal terminal, Language language)
{
    private const int BarCells = 24;

    private int _cells;

    public void Show(int done, int total, string name)
    {
        if (!terminal.ErrorIsTerminal)
            return;
        int filled = total == 0 ? BarCells : BarCells * done / total;
        string count = string.Create(CultureInfo.InvariantCulture, $"{done}/{total}");
        string line = new Text("測定中 ", "Measuring ").In(language)
            + "[" + new string('#', filled) + new string('.', BarCells - filled) + "] " + count + " " + Printable.Of(name);
        // The last column stays free: a cursor that has left it would be on the next line.
        line = Printable.Cut(line, terminal.Width - 1);
        terminal.Error.Write("\r" + Printable.Pad(line, _cells));
        _cells = line.GetCellWidth();
    }

    public void Clear()
    {
        if (_cells == 0)
            return;
        terminal.Error.Write("\r" + new string(' ', _cells) + "\r");
        _cells = 0;
    }
}
