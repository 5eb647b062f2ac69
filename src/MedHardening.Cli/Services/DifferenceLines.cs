using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Cli.Screen;
using MedHardening.Services;
using Spectre.Console;

namespace MedHardening.Cli.Services;

/// <summary>Differences as lines of text: severity, change, name, and below them before, after and why.</summary>
internal sealed class DifferenceLines(Terminal terminal, Language language)
{
    private const int Hang = 4;

    public void Write(ServiceComparison comparison)
    {
        foreach (IGrouping<string, ServiceDifference> computer in comparison.Differences.GroupBy(d => d.Computer))
        {
            Line(computer.Key, 0);
            foreach (ServiceDifference difference in computer.OrderByDescending(d => d.Severity))
            {
                Line("  " + Head(difference, difference.Severity), Hang);
                if (difference.Old is not null || difference.New is not null)
                    Line("    " + (difference.Old ?? "-") + " -> " + (difference.New ?? "-"), Hang + 2);
                Line("    " + difference.Why.In(language), Hang);
            }
        }
        Text end = new(
            Number(comparison.Compared) + " 台を比べ、違いは " + Number(comparison.Differences.Count) + " 件です。",
            Number(comparison.Compared) + " computer(s) compared, " + Number(comparison.Differences.Count) + " difference(s).");
        Line(end.In(language), 0);
    }

    public void Write(IReadOnlyList<DifferenceSummary> summary)
    {
        foreach (DifferenceSummary line in summary)
        {
            Line(Number(line.Count) + "/" + Number(line.Compared) + "  " + Head(line.Example, line.Severity), Hang);
            Line("    " + line.Why.In(language), Hang);
        }
        if (summary.Count == 0)
            Line(new Text("違いはありません。", "No difference.").In(language), 0);
    }

    private string Head(ServiceDifference difference, DifferenceSeverity severity) => Printable.Pad(DifferenceWords.Word(severity).In(language), Widest) + "  "
        + DifferenceWords.Word(difference.Section).In(language) + "  " + difference.Name
        + "  " + DifferenceWords.Word(difference.Change).In(language);

    private int Widest => System.Enum.GetValues<DifferenceSeverity>().Max(s => DifferenceWords.Word(s).In(language).GetCellWidth());

    private void Line(string line, int hang) => terminal.Write(Printable.Of(line), hang);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
