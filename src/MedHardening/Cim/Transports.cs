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

    // Implemented in the folder WsMan, which is part of the net8.0 build only.
    static partial void CreateWsMan(ref ICimTransport? transport);
}
