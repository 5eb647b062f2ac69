using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads which ports wait for the network, and whose they are. TCP and UDP:
/// https://learn.microsoft.com/windows/win32/fwp/wmi/nettcpipprov/msft-nettcpconnection and msft-netudpendpoint.
/// </summary>
public static class ListeningPorts
{
    private const string Namespace = "root/StandardCimv2";

    // The endpoint mapper of RPC, without which Windows does not run, listens here; and the kernel's process is 4 on every Windows.
    private const uint EndpointMapper = 135;
    private const uint Kernel = 4;

    // The query of Get-NetTCPConnection -State Listen. A server may have tens of thousands of connections, and few listeners.
    private static readonly CimQuery s_tcp = CimQuery.FromWql(Namespace, "SELECT * FROM MSFT_NetTCPConnection WHERE State = 2");

    /// <summary>All TCP listeners and bound UDP endpoints, by protocol, number and address.</summary>
    /// <exception cref="CimFault">A list could not be read, or is not whole.</exception>
    public static async Task<IReadOnlyList<ListeningPort>> ReadListeningPortsAsync(this ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> tcp = await session.QueryAsync(s_tcp, cancel).ConfigureAwait(false);
        IReadOnlyList<CimObject> udp = await session
            .QueryAsync(CimQuery.Class(Namespace, "MSFT_NetUDPEndpoint"), cancel).ConfigureAwait(false);
        IReadOnlyList<CimObject> processes = await session.QueryAsync(Processes.Query, cancel).ConfigureAwait(false);
        IReadOnlyList<CimObject> services = await session
            .QueryAsync(CimQuery.Class("root/cimv2", "Win32_Service"), cancel).ConfigureAwait(false);

        Dictionary<uint, CimObject> processById = new();
        foreach (CimObject process in processes)
            processById[process.UInt32("ProcessId") ?? 0] = process;
        if (!processById.ContainsKey(Kernel) || !tcp.Any(row => row.UInt32("LocalPort") == EndpointMapper))
            throw new CimFault(CimFaultKind.AccessDenied, "MSFT_NetTCPConnection, Win32_Process: 135 or System missing") { Host = session.Target.Name };
        ILookup<uint, string> servicesById = services
            .Where(s => s.UInt32("ProcessId") is > 0)
            .ToLookup(s => s.UInt32("ProcessId")!.Value, s => s.String("Name") ?? "");
        return tcp.Select(row => Of(row, PortProtocol.Tcp)).Concat(udp.Select(row => Of(row, PortProtocol.Udp)))
            .OrderBy(p => p.Protocol).ThenBy(p => p.Port).ThenBy(p => p.Address, StringComparer.Ordinal)
            .ToArray();

        ListeningPort Of(CimObject row, PortProtocol protocol)
        {
            uint port = row.UInt32("LocalPort")
                ?? throw new CimFault(CimFaultKind.Protocol, row.ClassName + " without LocalPort") { Host = session.Target.Name };
            uint? owner = row.UInt32("OwningProcess");
            CimObject? process = owner is { } id && processById.TryGetValue(id, out CimObject? found) ? found : null;
            return new ListeningPort(protocol, (int)port, row.String("LocalAddress") ?? "")
            {
                ProcessId = owner,
                Process = process?.String("Name"),
                Path = process?.String("ExecutablePath"),
                Services = owner is null ? [] : servicesById[owner.Value].OrderBy(s => s, StringComparer.OrdinalIgnoreCase).ToArray(),
            };
        }
    }
}

public enum PortProtocol
{
    Tcp,
    Udp,
}

/// <summary>One port that waits for the network.</summary>
/// <param name="Address">Local address; <c>0.0.0.0</c> and <c>::</c> stand for all of the computer's.</param>
public sealed record ListeningPort(PortProtocol Protocol, int Port, string Address)
{
    /// <summary>Null when the host does not tell.</summary>
    public uint? ProcessId { get; init; }

    /// <summary>File name of the program, such as <c>svchost.exe</c>; <c>System</c> for the kernel. Null when it has ended meanwhile, or is not told.</summary>
    public string? Process { get; init; }

    /// <summary>Path of the program; null for the kernel, and where this account may not see it.</summary>
    public string? Path { get; init; }

    /// <summary>Names of the services in that process, sorted. Several share one on computers with little memory.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Reached from this computer itself only.</summary>
    public bool IsLoopback => Address.StartsWith("127.", StringComparison.Ordinal) || Address == "::1";
}
