using System.Collections.Generic;
using System.Runtime.InteropServices;
using MedHardening.Cim.Guarding;
using MedHardening.Cim.Mi;
using MedHardening.Cim.Probing;
using MedHardening.Cim.Retrying;
using Microsoft.Management.Infrastructure;

namespace MedHardening.Cim;

/// <summary>The ways to reach hosts.</summary>
public enum CimTransport
{
    /// <summary>The own WS-Management client, from any system.</summary>
    Wsman,

    /// <summary>Microsoft.Management.Infrastructure over WS-Management; this computer without a network. Windows.</summary>
    Mi,

    /// <summary>The same over DCOM, for hosts without WinRM. Windows.</summary>
    Dcom,
}

/// <summary>The ways to reach hosts that this build of the engine has on this system.</summary>
public static partial class Transports
{
    /// <summary>What is used when nobody says otherwise.</summary>
    public static CimTransport Default => IsWindows ? CimTransport.Mi : CimTransport.Wsman;

    /// <summary>Whether this computer itself can be asked without a network.</summary>
    public static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Asks busy hosts again, and guards credentials; null when there is no such way here.</summary>
    public static ICimTransport? Of(CimTransport transport) => transport switch
    {
        CimTransport.Wsman => WsMan(),
        _ => IsWindows ? Wrapped(new MiTransport(transport)) : null,
    };

    /// <summary>The WS-Man client; null in the netstandard2.0 build, whose class library is too old for it.</summary>
    public static ICimTransport? WsMan()
    {
        ICimTransport? transport = null;
        CreateWsMan(ref transport);
        return transport is null ? null : Wrapped(transport);
    }

    /// <summary>Finds out why a computer does not answer to WS-Management; null in the netstandard2.0 build.</summary>
    public static IConnectionProbe? Probe()
    {
        IConnectionProbe? probe = null;
        CreateProbe(ref probe);
        return probe;
    }

    /// <summary>Sessions that somebody else has opened and closes, by the name of their computer.</summary>
    public static ICimTransport Over(IReadOnlyDictionary<string, CimSession> sessions) => Wrapped(new OpenSessions(sessions));

    private static RetryingTransport Wrapped(ICimTransport transport) => new(new GuardedTransport(transport), new Patience());

    // Implemented in the folder WsMan, which is part of the net8.0 build only.
    static partial void CreateWsMan(ref ICimTransport? transport);

    static partial void CreateProbe(ref IConnectionProbe? probe);
}
