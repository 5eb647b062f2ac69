using System.Collections.Generic;
using System.Linq;
using MedHardening.Fleet;

namespace MedHardening.Changes;

/// <summary>What shall be changed on one computer, worked out without writing anything.</summary>
/// <param name="Computer">As the ledger, or whoever named it, says it.</param>
/// <param name="Changes">In the order of writing; empty when <paramref name="Ended"/> says why there is nothing to write.</param>
/// <param name="Ended">Why nothing will be written; null when there is something to write.</param>
public sealed record HostPlan(LedgerComputer Computer, IReadOnlyList<Change> Changes, HostChange? Ended)
{
    /// <summary>The computer's own name; empty when it was not asked.</summary>
    public string OwnName { get; init; } = "";

    /// <summary>The computer's serial number (<c>Win32_BIOS</c>); empty when it was not asked.</summary>
    public string OwnSerial { get; init; } = "";
}

/// <summary>What became of one computer.</summary>
/// <param name="Reason">Stable word in PascalCase; null when the outcome says all.</param>
/// <param name="Detail">What the other side said, or which setting it is about; null when there is nothing to say.</param>
public sealed record HostChange(LedgerComputer Computer, ChangeOutcome Outcome, string? Reason = null, string? Detail = null)
{
    /// <summary>The changes that were to be made.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>Those of them that are in force on the computer, or may be, against the will of the run: what could not be taken back.</summary>
    public IReadOnlyList<Change> Left { get; init; } = [];

    /// <summary>Whether something of it waits for a restart or for a device to be plugged in again.</summary>
    public bool IsPending =>
        Outcome is ChangeOutcome.Verified or ChangeOutcome.Applied && Changes.Any(c => c.Effect != ChangeEffect.AtOnce);
}

/// <summary>The ends that a computer can come to in a run that changes.</summary>
public enum ChangeOutcome
{
    /// <summary>Written, and found as wanted through a fresh session.</summary>
    Verified,

    /// <summary>Written; that it is as wanted could not be seen.</summary>
    Applied,

    /// <summary>Written, and yet not, or not for long, as wanted.</summary>
    NotEffective,

    /// <summary>Something failed, and all that had been written was taken back.</summary>
    RolledBack,

    /// <summary>Something failed; <see cref="HostChange.Left"/> says what is in force nevertheless.</summary>
    Failed,

    /// <summary>Not permitted. Nothing was written.</summary>
    Refused,

    /// <summary>All is as wanted already.</summary>
    NothingToDo,

    /// <summary>A run was taken back: all is as it was before.</summary>
    Undone,

    /// <summary>A run was not taken back whole, because somebody else has changed something since.</summary>
    Conflict,
}
