using System.Collections.Generic;

namespace MedHardening.Services;

/// <summary>
/// What changes by itself and is no difference. <c>*</c> stands for any characters. The defaults are written into every exported
/// baseline, where they can be edited. Besides, versions, GUIDs and SIDs inside names and folders never count.
/// </summary>
public sealed record VolatilePatterns
{
    /// <summary>Services that come and go with what is installed for a while.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>
    /// Services that start for a task and stop when it is done, although nothing in their start type says so: installers, shadow
    /// copies, updaters of browsers.
    /// </summary>
    public IReadOnlyList<string> States { get; init; } =
    [
        "msiserver", "TrustedInstaller", "VSS", "swprv", "COMSysApp", "WmiApSrv", "wmiApSrv", "SDRSVC", "defragsvc", "wuauserv", "BITS",
        "sppsvc", "MapsBroker", "edgeupdate*", "gupdate*", "GoogleUpdater*", "*ElevationService", "MozillaMaintenance", "AdobeARMservice",
    ];

    /// <summary>Ports that do not count, as <c>udp/49152-65535</c> or <c>udp/1900</c>: what is sent from them is answered there.</summary>
    public IReadOnlyList<string> Ports { get; init; } = ["udp/49152-65535"];

    /// <summary>
    /// Ports that Windows hands out, other ones at every start: the program counts, the number does not.
    /// https://learn.microsoft.com/troubleshoot/windows-server/networking/default-dynamic-port-range-tcpip-chang
    /// </summary>
    public IReadOnlyList<string> DynamicPorts { get; init; } = ["tcp/49152-65535"];

    /// <summary>Programs whose path may change within the pattern.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<string> Tasks { get; init; } = ["\\User_Feed_Synchronization-*", "\\OneDrive *", "\\CreateExplorerShellUnelevatedTask"];

    public IReadOnlyList<string> Autoruns { get; init; } = [];
}
