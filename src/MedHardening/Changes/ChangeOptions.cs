using System;
using MedHardening.Cim.Retrying;

namespace MedHardening.Changes;

/// <summary>How a run that changes goes about it.</summary>
public sealed record ChangeOptions
{
    /// <summary>How many computers are worked on at a time.</summary>
    public int ThrottleLimit { get; init; } = 32;

    /// <summary>So many computers first; when one of them is not verified, no other is begun. 0 for none.</summary>
    public int Canary { get; init; }

    /// <summary>A computer that fails in the middle keeps what was written.</summary>
    public bool NoRollback { get; init; }

    /// <summary>Changes computers that are in no ledger: for a lab.</summary>
    public bool NoLedger { get; init; }

    /// <summary>Makes changes that may cut off the management connection, writes outside the maintenance window, and takes back what others have changed since.</summary>
    public bool Force { get; init; }

    /// <summary>When a lost computer is tried again, to take back what was written: long enough for a short interruption, not for a slow restart.</summary>
    internal Patience Reconnecting { get; init; } = new()
    {
        Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15)],
    };

    /// <summary>The clock of the maintenance windows and of the journal.</summary>
    internal Func<DateTimeOffset> Now { get; init; } = () => DateTimeOffset.Now;
}
