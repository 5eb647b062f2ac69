using System;
using MedHardening.Cim;

namespace MedHardening.Fleet;

/// <summary>What became of one computer in this run. Every computer in scope has exactly one.</summary>
/// <param name="Reason">Stable word in PascalCase: a <see cref="CimFaultKind"/>, <c>NotContactable</c>, <c>WrongComputer</c>, …; null when measured.</param>
/// <param name="Detail">What the other side said, for a person; null when there is nothing to say.</param>
public sealed record ComputerResult(LedgerComputer Computer, ComputerOutcome Outcome, string? Reason, string? Detail)
{
    /// <summary>Who answered; null when nobody did.</summary>
    public HostIdentity? Identity { get; init; }

    /// <summary>How the account was proven and the answers protected, by <see cref="ProofOfAccount"/>; null when it was not, or nobody knows.</summary>
    public string? Authentication { get; init; }

    /// <summary>From the first connection attempt to the last answer.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>The parts of the coverage partition.</summary>
public enum ComputerOutcome
{
    /// <summary>Every question of every check was answered.</summary>
    Measured,

    /// <summary>It answered, but some check could not be judged.</summary>
    PartlyMeasured,

    /// <summary>No connection: off, unplugged, filtered, WinRM not on.</summary>
    Unreachable,

    /// <summary>It answered and refused the account.</summary>
    Denied,

    /// <summary>It was reached, and then something broke: a fault, a dropped connection, another computer at the address.</summary>
    Failed,

    /// <summary>Not asked: 接触不可, or the run was stopped before its turn.</summary>
    NotAttempted,

    /// <summary>Reached, or known from the ledger, and not Windows.</summary>
    NotWindows,
}
