using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cli.Screen;
using MedHardening.Fleet;
using MedHardening.Reports;
using Spectre.Console;

namespace MedHardening.Cli.Results;

/// <summary>What became of the computers: how many, and each that was not measured as a whole, with the reason.</summary>
internal static class CoverageLines
{
    public static void Write(ChecklistStatus status, Terminal terminal, Language language)
    {
        terminal.Output.WriteLine(Counts(status, language));
        ComputerResult[] open = status.Computers.Where(IsOpen).ToArray();
        int cells = open.Select(c => c.Computer.Name.GetCellWidth()).DefaultIfEmpty().Max();
        foreach (ComputerResult computer in open)
        {
            string why = Why(computer, language) + (computer.Reason is null ? Unjudged(computer, status) : "");
            terminal.Output.WriteLine("  " + Printable.Pad(Printable.Of(computer.Computer.Name), cells) + "  " + why);
        }
    }

    /// <summary>In scope, and not or not as a whole measured.</summary>
    public static bool IsOpen(ComputerResult computer) =>
        computer.Outcome is not (ComputerOutcome.Measured or ComputerOutcome.NotWindows);

    /// <summary>The outcome of a computer with its reason and what the other side said.</summary>
    public static string Why(ComputerResult computer, Language language)
    {
        string outcome = computer.Outcome.Word().In(language);
        if (computer.Reason is not { } reason)
            return outcome;
        string detail = computer.Detail is { Length: > 0 } text ? " (" + text + ")" : "";
        return Printable.Of(outcome + ": " + Reasons.WithCode(reason).In(language) + detail);
    }

    // A computer that answered everything, and something in a way that cannot be judged, has no reason of its own.
    private static string Unjudged(ComputerResult computer, ChecklistStatus status) =>
        status.Results.FirstOrDefault(r => r.Subject == Subject.Computer(computer.Computer.Name) && r.Verdict.Outcome == Outcome.Unknown)
            is { Deciding: { } evidence }
            ? Printable.Of(": " + evidence.Source + ": " + evidence.Actual)
            : "";

    private static string Counts(ChecklistStatus status, Language language)
    {
        string total = status.Computers.Count.ToString(CultureInfo.InvariantCulture);
        IEnumerable<string> parts = status.Computers
            .GroupBy(c => c.Outcome)
            .OrderBy(g => g.Key)
            .Select(g => g.Key.Word().In(language) + " " + g.Count().ToString(CultureInfo.InvariantCulture));
        string network = status.NetworkDevices.ToString(CultureInfo.InvariantCulture);
        return new Text("台帳のコンピューター " + total + " 台: ", "Computers in the ledger: " + total + " - ").In(language)
            + string.Join(language == Language.Japanese ? "、" : ", ", parts)
            + (status.NetworkDevices == 0 ? "" : new Text("（ほかにネットワーク機器 " + network + " 台）", "; network devices: " + network).In(language));
    }
}
