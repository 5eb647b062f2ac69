using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads which services something else than the start of Windows starts. WMI does not tell; the service control manager keeps the
/// triggers in the key of the service. https://learn.microsoft.com/windows/win32/services/service-trigger-events
/// </summary>
internal static class ServiceTriggers
{
    private const string Services = @"SYSTEM\CurrentControlSet\Services\";
    private const string TriggerInfo = "TriggerInfo"; // unverified: not in Microsoft's documentation

    /// <summary>Names of those of the services that have triggers. One question for each that is not disabled.</summary>
    /// <exception cref="CimFault">A key cannot be read.</exception>
    public static async Task<IReadOnlyCollection<string>> ReadTriggeredServicesAsync(
        this ICimSession session, IEnumerable<ServiceState> services, CancellationToken cancel)
    {
        HashSet<string> triggered = new(StringComparer.OrdinalIgnoreCase);
        foreach (ServiceState service in services.Where(s => s.StartMode != "Disabled"))
        {
            IReadOnlyList<string>? keys = await session
                .ReadSubKeysAsync(RegistryHive.LocalMachine, Services + service.Name, cancel).ConfigureAwait(false);
            if (keys?.Contains(TriggerInfo, StringComparer.OrdinalIgnoreCase) == true)
                triggered.Add(service.Name);
        }
        return triggered;
    }
}
