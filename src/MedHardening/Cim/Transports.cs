using MedHardening.Cim.Probing;

namespace MedHardening.Cim;

/// <summary>The ways to reach hosts that this build of the engine has.</summary>
public static partial class Transports
{
    /// <summary>The WS-Man client, which asks busy hosts again; null in the netstandard2.0 build, whose class library is too old for it.</summary>
    public static ICimTransport? WsMan()
    {
        ICimTransport? transport = null;
        CreateWsMan(ref transport);
        return transport;
    }

    /// <summary>Finds out why a computer does not answer to WS-Management; null in the netstandard2.0 build.</summary>
    public static IConnectionProbe? Probe()
    {
        IConnectionProbe? probe = null;
        CreateProbe(ref probe);
        return probe;
    }

    static partial void CreateProbe(ref IConnectionProbe? probe);

    // Implemented in the folder WsMan, which is part of the net8.0 build only.
    static partial void CreateWsMan(ref ICimTransport? transport);
}
