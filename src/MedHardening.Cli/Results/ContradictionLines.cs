using System;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Results;

/// <summary>Which computers speak against a はい, or whether the facility's own record does, row by row: where to begin.</summary>
internal static class ContradictionLines
{
    public static void Write(ChecklistStatus status, Terminal terminal, Language language)
    {
        ChecklistRow[] refuted = status.Rows.Where(r => r.Proposal == Proposal.No).ToArray();
        if (refuted.Length == 0)
            return;
        terminal.Write(new Text(
            "「はい」と食い違う対象（根拠は --per-computer または報告書に）:",
            "What speaks against a Yes (evidence: --per-computer, or a report):").In(language));
        foreach (ChecklistRow row in refuted)
        {
            string number = Printable.Pad(ItemNumber.Typed(row.Item.Number), 6);
            string label = RowTable.Label(row, language);
            terminal.Write("  " + Printable.Of(number + label + (label.Length > 0 ? " " : "")) + Names(row, language), hang: 8);
        }
        terminal.Write("");
    }

    private static string Names(ChecklistRow row, Language language) => ComputerNames.Of(
        row.Results
            .Where(r => r.Outcome == Outcome.Fail && r.Check.Bearing == Bearing.Refutes)
            .Select(r => r.Subject.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray(),
        language);
}
