using System;
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

/// <summary>What became of the computers: how many, which were not measured as a whole, why, and what to do about it.</summary>
internal static class CoverageLines
{
    // More computers than this with one reason share a line: a switched-off floor must not hide the one that matters.
    private const int MostAlone = 5;

    public static void Write(ChecklistStatus status, Terminal terminal, Language language)
    {
        terminal.Write(Counts(status, language));
        IGrouping<(ComputerOutcome Outcome, string? Reason), ComputerResult>[] groups = status.Computers
            .Where(IsOpen)
            .GroupBy(c => (c.Outcome, c.Reason))
            .OrderBy(g => g.Key.Outcome).ThenBy(g => g.Key.Reason, StringComparer.Ordinal)
            .ToArray();
        int cells = groups.Where(g => g.Count() <= MostAlone).SelectMany(g => g)
            .Select(c => Printable.Of(c.Computer.Name).GetCellWidth()).DefaultIfEmpty().Max();
        foreach (IGrouping<(ComputerOutcome Outcome, string? Reason), ComputerResult> alike in groups)
        {
            if (alike.Count() > MostAlone)
                WriteTogether(alike.ToArray(), terminal, language);
            else
                WriteAlone(alike.ToArray(), cells, status, terminal, language);
            if (alike.Key.Reason is { } reason && Reasons.Advice(reason) is { } advice)
                terminal.Write("      " + new Text("対処: ", "What to do: ").In(language) + advice.In(language), hang: 6);
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

    private static void WriteAlone(ComputerResult[] computers, int cells, ChecklistStatus status, Terminal terminal, Language language)
    {
        foreach (ComputerResult computer in computers)
        {
            string why = Why(computer, language) + (computer.Reason is null ? Unjudged(computer, status) : "");
            terminal.Write("  " + Printable.Pad(Printable.Of(computer.Computer.Name), cells) + "  " + why, hang: 6);
        }
    }

    private static void WriteTogether(ComputerResult[] computers, Terminal terminal, Language language)
    {
        terminal.Write("  " + Why(computers[0] with { Detail = null }, language), hang: 6);
        terminal.Write("      " + ComputerNames.Of(computers.Select(c => c.Computer.Name).ToArray(), language), hang: 6);
        if (computers[0].Detail is { Length: > 0 } detail)
            terminal.Write("      " + Printable.Of(computers[0].Computer.Name + ": " + detail), hang: 6);
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
