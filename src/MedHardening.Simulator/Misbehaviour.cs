using MedHardening.Simulator.WsMan;

namespace MedHardening.Simulator;

/// <summary>How a simulated host goes wrong, from the <c>behaviour</c> section of its file.</summary>
public sealed record Misbehaviour
{
    internal static Misbehaviour None { get; } = new();

    /// <summary>What the account may do once it has signed in.</summary>
    public Access Access { get; init; }

    /// <summary>401 for every credential.</summary>
    public bool IsSignInRejected { get; init; }

    /// <summary>Breaks the connection in the middle of the body of this reply, counted from 1 per host; 0 = never.</summary>
    public int DropReply { get; init; }

    /// <summary>Answers every operation with this WSManFault code; 0 = none.</summary>
    public uint Fault { get; init; }

    /// <summary>What StdRegProv returns for an absent value in a key that exists: 2 by default, 1 on some Windows versions.</summary>
    public uint RegistryAbsentCode { get; init; } = 2;

    /// <summary>
    /// Sends one nil element for a null array (MS-WSMV §3.1.4.1.26), instead of leaving it out as Windows Server 2008 and 2012 were seen to do.
    /// </summary>
    public bool SendsNullArrays { get; init; }

    /// <summary>WMI faults as <c>f:WSManFault</c> with <c>f:ProviderFault</c> (Windows 7, 2008 R2), not as <c>p:MSFT_WmiError</c>.</summary>
    public bool HasClassicFaults { get; init; }

    /// <exception cref="WsManFault">The host does not do what it is asked.</exception>
    internal void Intervene(string action)
    {
        if (Fault != 0)
            throw Faults.Always(Fault);
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
