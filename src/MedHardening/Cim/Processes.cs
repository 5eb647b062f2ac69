using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the processes of a host without their command lines: those of clinical programs may name patients. <c>Win32_Process</c>:
/// https://learn.microsoft.com/windows/win32/cimwin32prov/win32-process
/// </summary>
public static class Processes
{
    // The process of the kernel is 4 on every Windows.
    private const uint SystemId = 4;

    /// <summary>The one question for processes, so that all who want to know share it.</summary>
    internal static CimQuery Query { get; } = CimQuery.FromWql("root/cimv2", "SELECT ProcessId, Name, ExecutablePath FROM Win32_Process");

    /// <summary>File names of the running processes by their id.</summary>
    /// <exception cref="CimFault">The list could not be read, or is evidently not whole.</exception>
    public static async Task<IReadOnlyDictionary<uint, string>> ReadProcessesAsync(this ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(Query, cancel).ConfigureAwait(false);
        Dictionary<uint, string> processes = rows
            .Where(r => r.UInt32("ProcessId") is not null)
            .GroupBy(r => r.UInt32("ProcessId")!.Value)
            .ToDictionary(g => g.Key, g => g.First().String("Name") ?? "");
        return processes.ContainsKey(SystemId)
            ? processes
            : throw new CimFault(CimFaultKind.AccessDenied, "Win32_Process: System missing") { Host = session.Target.Name };
    }
}
