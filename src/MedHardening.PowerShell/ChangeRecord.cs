using System;
using System.Linq;
using MedHardening.Changes;

namespace MedHardening.PowerShell;

/// <summary>One run that changed computers, from its journal.</summary>
public sealed class ChangeRecord
{
    internal ChangeRecord(JournalledRun run)
    {
        Run = run;
        Computers = run.Hosts
            .Select(h => new ComputerChange(
                new HostChange(h.Computer, h.Outcome ?? ChangeOutcome.Failed, h.Reason ?? (h.IsInterrupted ? "Interrupted" : h.Outcome is null ? "NotBegun" : null), h.Detail)
                {
                    Changes = h.Changes,
                    Left = h.IsInterrupted ? h.Changes : [],
                },
                run.Path))
            .ToArray();
    }

    public string Id => Run.Header.Id;

    public DateTimeOffset StartedAt => Run.Header.StartedAt;

    public RunState State => Run.State;

    /// <summary>How many computers were to be changed.</summary>
    public int ComputerCount => Run.Hosts.Count;

    public string Command => Printable.Of(Run.Header.Command);

    /// <summary>Account and collector.</summary>
    public string By => Printable.Of(Run.Header.By + " @ " + Run.Header.From);

    /// <summary>The file that Undo-MedChange takes.</summary>
    public string Journal => Run.Path;

    /// <summary>What became of each computer.</summary>
    public ComputerChange[] Computers { get; }

    /// <summary>The run itself, untouched.</summary>
    public JournalledRun Run { get; }
}
