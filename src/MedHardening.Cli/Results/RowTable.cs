using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Cli.Screen;
using MedHardening.Reports;
using Spectre.Console;

namespace MedHardening.Cli.Results;

/// <summary>The rows of the form as a table: number, title, proposal, how many of the computers were measured.</summary>
internal static class RowTable
{
    private const string Gap = "  ";
    private const int LeastTitle = 10;

    // All columns but the title, which gets what is left.
    private static readonly int[] s_fixed = [0, 2, 3];

    public static void Write(ChecklistStatus status, Terminal terminal, Language language)
    {
        IAnsiConsole canvas = terminal.Canvas();
        Text[] heads = [new("番号", "No."), new("チェック項目", "Item"), new("提案", "Proposal"), new("測定/台帳", "Measured")];
        List<string[]> lines = [heads.Select(h => h.In(language)).ToArray(), .. status.Rows.Select(r => Cells(r, language))];
        int[] widths = Enumerable.Range(0, heads.Length).Select(c => lines.Max(l => l[c].GetCellWidth())).ToArray();
        int room = canvas.Profile.Width - s_fixed.Sum(c => widths[c]) - Gap.Length * s_fixed.Length;
        widths[1] = int.Max(LeastTitle, int.Min(room, widths[1]));

        Write(canvas, lines[0], widths, new Style(decoration: Decoration.Bold));
        foreach ((string[] line, ChecklistRow row) in lines.Skip(1).Zip(status.Rows))
            Write(canvas, line, widths, Color(row.Proposal));
    }

    private static void Write(IAnsiConsole canvas, string[] cells, int[] widths, Style proposal)
    {
        string before = Printable.Pad(cells[0], widths[0]) + Gap + Printable.Pad(Printable.Cut(cells[1], widths[1]), widths[1]) + Gap;
        canvas.Write(new Spectre.Console.Text(before));
        canvas.Write(new Spectre.Console.Text(cells[2], proposal));
        canvas.WriteLine(Printable.Pad("", widths[2] - cells[2].GetCellWidth()) + Gap + cells[3]);
    }

    private static string[] Cells(ChecklistRow row, Language language) =>
    [
        // ② has one column on some terminals and two on others; 2-2 is also what --item takes.
        Printable.Of(ItemNumber.Typed(row.Item.Number)),
        Printable.Of(Title(row, language)),
        row.Proposal.Text().In(language),
        Measured(row.Coverage),
    ];

    /// <summary>What tells the rows of one item apart; empty for an item of one row.</summary>
    public static string Label(ChecklistRow row, Language language)
    {
        if (row.Row.Label is not { } label)
            return "";
        return language == Language.Japanese
            ? "［" + label + "］"
            : "[" + string.Join(", ", row.Row.Roles.Select(r => Words.Role(r).En)) + "]";
    }

    // The label first, so that it survives the cut.
    private static string Title(ChecklistRow row, Language language)
    {
        string label = Label(row, language);
        return label + (label.Length > 0 && language == Language.English ? " " : "") + row.Item.Title.In(language);
    }

    private static string Measured(Coverage coverage) => coverage.Ledger == 0
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{coverage.Measured}/{coverage.Ledger}");

    private static Style Color(Proposal proposal) => proposal switch
    {
        Proposal.No => new Style(Spectre.Console.Color.Red),
        Proposal.Undetermined => new Style(Spectre.Console.Color.Yellow),
        Proposal.AttestationNeeded => new Style(Spectre.Console.Color.Blue),
        _ => new Style(Spectre.Console.Color.Green),
    };
}
