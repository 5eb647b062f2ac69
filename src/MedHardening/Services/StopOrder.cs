using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;

namespace MedHardening.Services;

/// <summary>
/// In which order services can be stopped: those that need others first. Windows refuses to stop a service on which a running one
/// depends. https://learn.microsoft.com/windows/win32/services/service-dependencies-and-groups (value DependOnService of the key)
/// </summary>
internal static class StopOrder
{
    private const string Services = @"SYSTEM\CurrentControlSet\Services\";

    /// <exception cref="ChangeRefusedException">A service that is to keep running needs one that is to be stopped.</exception>
    /// <exception cref="CimFault">The dependencies cannot be read.</exception>
    public static async Task<IReadOnlyList<ServiceState>> OfAsync(
        ICimSession session, IReadOnlyList<ServiceState> services, IReadOnlyList<ServiceState> off, CancellationToken cancel)
    {
        HashSet<string> stopped = new(off.Where(s => s.IsRunning && !s.IsPerUser).Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
        if (stopped.Count == 0)
            return off;
        Dictionary<string, string[]> needs = new(StringComparer.OrdinalIgnoreCase);
        foreach (ServiceState service in services.Where(s => s.IsRunning))
            needs[service.Name] = await NeedsAsync(session, service.Name, cancel).ConfigureAwait(false);
        string[] kept = needs
            .Where(n => !stopped.Contains(n.Key))
            .SelectMany(n => n.Value.Where(stopped.Contains).Select(s => s + " ← " + n.Key))
            .ToArray();
        if (kept.Length > 0)
            throw new ChangeRefusedException("DependentServiceRuns", string.Join(", ", kept));
        return off.OrderByDescending(s => Depth(s.Name, needs, 0)).ToArray();
    }

    private static async Task<string[]> NeedsAsync(ICimSession session, string service, CancellationToken cancel) =>
        (await session.ReadValueAsync(RegistryHive.LocalMachine, Services + service, "DependOnService", cancel).ConfigureAwait(false))?.Data as string[] ?? [];

    /// <summary>How many services deep it stands on others; a circle, which Windows does not allow, ends somewhere.</summary>
    private static int Depth(string service, Dictionary<string, string[]> needs, int steps) =>
        steps > needs.Count || !needs.TryGetValue(service, out string[]? below) || below.Length == 0
            ? 0
            : 1 + below.Max(b => Depth(b, needs, steps + 1));
}
