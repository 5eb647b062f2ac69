using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Services;

/// <summary>
/// What a service baseline demands of a computer: services that are not approved are stopped and disabled, approved ones get their
/// start type. What nobody has decided about, and what the baseline does not have, is left alone; nothing is ever deleted or started.
/// </summary>
/// <param name="alsoProtected">Services that must not be touched besides those of <see cref="ProtectedServices"/>, such as the EHR's.</param>
/// <param name="force">Touches protected services, too.</param>
public sealed class ServicePlanner(ServiceBaseline baseline, IReadOnlyList<string> alsoProtected, bool force) : HostPlanner
{
    private const string Why = "Set-ServiceBaseline";

    private readonly Wildcards _protected = new([.. ProtectedServices.Names, .. alsoProtected]);

    public override async Task<IReadOnlyList<Change>> PlanAsync(ICimSession session, LedgerComputer computer, CancellationToken cancel)
    {
        IReadOnlyList<ServiceState> services = await session.ReadServicesAsync(cancel).ConfigureAwait(false);
        Dictionary<string, ServiceEntry> wanted = (baseline.Services ?? [])
            .GroupBy(e => e.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        ServiceState[] off = services.Where(s => Decision(s) == false && (s.StartMode != "Disabled" || s.IsRunning)).ToArray();
        ServiceState[] approved = services.Where(s => Decision(s) == true && Sets(wanted[s.Name])).ToArray();
        EnsureReadable(off);
        ChangeList changes = new(session, Why);
        foreach (ServiceState service in await StopOrder.OfAsync(session, services, off, cancel).ConfigureAwait(false))
        {
            // The instances of a per-user service end when the user signs out.
            if (!service.IsPerUser)
                await changes.SetStateAsync(service.Name, runs: false, cancel).ConfigureAwait(false);
            await changes.SetStartModeAsync(service.Name, ServiceStart.Disabled, cancel).ConfigureAwait(false);
        }
        foreach (ServiceState service in approved)
            await changes.SetStartModeAsync(service.Name, Mode(wanted[service.Name].Start)!.Value, cancel).ConfigureAwait(false);
        EnsureNotProtected(changes.Changes);
        return changes.Changes;

        bool? Decision(ServiceState s) => wanted.TryGetValue(s.Name, out ServiceEntry? entry) ? baseline.IsApproved(entry) : null;
    }

    private static bool Sets(ServiceEntry entry) => !entry.Absent && !entry.Varies.Contains("start") && Mode(entry.Start) is not null;

    // The start types that can be brought about.
    private static ServiceStart? Mode(ServiceStartType start) => start switch
    {
        ServiceStartType.Automatic => ServiceStart.Auto,
        ServiceStartType.AutomaticDelayed => ServiceStart.AutoDelayed,
        ServiceStartType.Manual => ServiceStart.Manual,
        ServiceStartType.Disabled => ServiceStart.Disabled,
        _ => null,
    };

    private static void EnsureReadable(IEnumerable<ServiceState> off)
    {
        string[] unsteady = off.Where(s => !s.IsReadable || (s.State is not ("Running" or "Stopped"))).Select(s => s.Name + " (" + s.State + ")").ToArray();
        if (unsteady.Length > 0)
            throw new ChangeRefusedException("ServiceNotSteady", string.Join(", ", unsteady));
    }

    /// <summary>Switching on is harmless; stopping, disabling and starting on demand are not.</summary>
    private void EnsureNotProtected(IEnumerable<Change> changes)
    {
        string[] touched = changes.Select(c => c switch
        {
            ServiceStateChange { Runs: false } stop => stop.Service,
            ServiceStartChange { After: not "Auto" } start => start.Service,
            _ => null,
        }).OfType<string>().Where(_protected.Match).Distinct().ToArray();
        if (touched.Length > 0 && !force)
            throw new ChangeRefusedException("ProtectedService", string.Join(", ", touched));
    }
}
