using System;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cli.Screen;
using MedHardening.Fleet;
using MedHardening.Reports;
using Spectre.Console;

namespace MedHardening.Cli.Results;

/// <summary>The results of one computer, a line each, as it ends.</summary>
internal sealed class ComputerLines(ChecklistProfile profile, Terminal terminal, Language language)
{
    private readonly int _outcomeCells = Enum.GetValues<Outcome>().Max(o => o.Word().In(language).GetCellWidth());

    public void Write(ComputerProgress progress)
    {
        ComputerResult computer = progress.Computer;
        terminal.Output.WriteLine(Printable.Of(computer.Computer.Name) + "  " + CoverageLines.Why(computer, language));
        foreach (CheckResult result in progress.Results)
        {
            string number = ItemNumber.Typed(profile.Find(result.Check.Item)?.Number ?? "");
            string line = "  " + Printable.Pad(number, 5) + Printable.Pad(result.Outcome.Word().In(language), _outcomeCells)
                + "  " + result.Check.Title.In(language) + Evidence(result);
            terminal.Output.WriteLine(Printable.Of(line));
        }
    }

    // One line's worth of why: the reason of an Unknown, else the value that decides.
    private string Evidence(CheckResult result)
    {
        if (result.Outcome is Outcome.Pass or Outcome.NotApplicable)
            return "";
        if (result.Verdict.Reason is { } reason)
            return " | " + Reasons.WithCode(reason).In(language);
        if (result.Deciding is not { } evidence)
            return "";
        string actual = evidence.Actual.Length > 0 ? evidence.Actual : new Text("なし", "none").In(language);
        int others = result.Verdict.Evidence.Count - 1;
        string more = others > 0 ? string.Create(CultureInfo.InvariantCulture, $" (+{others})") : "";
        return " | " + evidence.Source + ": " + actual + more;
    }
}
