using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Fleet;

namespace MedHardening.Changes;

/// <summary>A run that changed, as its journal tells it.</summary>
/// <param name="IsOpen">Whether a living process has the journal open for writing.</param>
public sealed record JournalledRun(string Path, JournalHeader Header, IReadOnlyList<JournalledHost> Hosts, bool IsOpen)
{
    public RunState State =>
        IsOpen ? RunState.Running
        : Hosts.Any(h => h.IsInterrupted) ? RunState.Interrupted
        : Hosts.Count(h => h.HasBegun) is var begun && begun == 0 ? RunState.NothingWritten
        : Hosts.Count(h => h.HasBegun && h.Outcome is ChangeOutcome.Undone or ChangeOutcome.RolledBack) is var back && back == begun ? RunState.Undone
        : Hosts.Any(h => h.Outcome is ChangeOutcome.Undone or ChangeOutcome.Conflict) ? RunState.PartlyUndone
        : Hosts.Any(h => h.Outcome is null) ? RunState.Interrupted
        : RunState.Complete;
}

/// <summary>One computer of a journal.</summary>
/// <param name="OwnName">What the computer called itself when the plan was made.</param>
/// <param name="OwnSerial">Its serial number then.</param>
/// <param name="Changes">With the old values, in the order of writing.</param>
public sealed record JournalledHost(LedgerComputer Computer, string OwnName, string OwnSerial, IReadOnlyList<Change> Changes)
{
    /// <summary>Whether the first write was about to be made; what came after may be written or not.</summary>
    public bool HasBegun { get; init; }

    /// <summary>How it ended, last; null when it did not.</summary>
    public ChangeOutcome? Outcome { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }

    /// <summary>When <see cref="Outcome"/> was reached.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the run died while it was at this computer.</summary>
    public bool IsInterrupted => HasBegun && Outcome is null;

    /// <summary>Whether something may be in force that can be taken back.</summary>
    public bool IsUndoable => HasBegun && Outcome is not (ChangeOutcome.Undone or ChangeOutcome.RolledBack);
}

/// <summary>How far a run got.</summary>
public enum RunState
{
    /// <summary>It goes on, or is being taken back, at this moment.</summary>
    Running,

    /// <summary>Every computer came to an end.</summary>
    Complete,

    /// <summary>The process died in the middle: some computer may be half changed, or was never begun.</summary>
    Interrupted,

    /// <summary>All was taken back.</summary>
    Undone,

    /// <summary>Some was taken back.</summary>
    PartlyUndone,

    /// <summary>It ended before anything was written.</summary>
    NothingWritten,
}
