using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.WsMan;

namespace MedHardening.Simulator;

/// <summary>How a simulated host goes wrong, from the <c>behaviour</c> section of its file or from a test.</summary>
public sealed record Misbehaviour
{
    /// <summary>What the account may do once it has signed in.</summary>
    public Access Access { get; init; }

    /// <summary>401 for every credential.</summary>
    public bool IsSignInRejected { get; init; }

    /// <summary>At one point all latencies add up, and of the others the first in this list happens.</summary>
    public IReadOnlyList<Mishap> Mishaps { get; init; } = [];

    /// <summary>One mishap and nothing else.</summary>
    public static implicit operator Misbehaviour(Mishap mishap) => FromMishap(mishap);

    public static Misbehaviour FromMishap(Mishap mishap) => new() { Mishaps = [mishap] };

    /// <exception cref="ArgumentException">A mishap cannot happen where it should.</exception>
    internal Misbehaviour Possible() => Mishaps.Select(m => m.Impossible).FirstOrDefault(m => m is not null) is { } why
        ? throw new ArgumentException(why)
        : this;

    /// <exception cref="WsManFault">The account may not do this.</exception>
    internal void EnsureAllowed(string action)
    {
        switch (Access)
        {
            case Access.DeniedByWmi: throw Faults.WmiAccessDenied();
            case Access.DeniedByWinRm: throw Faults.AccessDenied();
            case Access.ReadOnly when !IsRead(action): throw Faults.AccessDenied();
        }
    }

    /// <summary>The actions for which generic read is enough (MS-WSMV §3.1.4.1.28).</summary>
    private static bool IsRead(string action) => action is Names.Transfer + "/Get"
        or Names.Enumeration + "/Enumerate" or Names.Enumeration + "/Pull" or Names.Enumeration + "/Release";
}

/// <summary>Rights of the accounts of a host.</summary>
public enum Access
{
    /// <summary>An administrator.</summary>
    Granted,

    /// <summary>May use WinRM but not WMI: fault 2150859012.</summary>
    DeniedByWmi,

    /// <summary>May not use WinRM: fault 5.</summary>
    DeniedByWinRm,

    /// <summary>May enumerate, but not invoke methods, so not read the registry: fault 5 for these.</summary>
    ReadOnly,
}
