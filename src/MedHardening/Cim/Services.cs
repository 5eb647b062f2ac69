using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the services of a host, whole. <c>Win32_Service</c>:
/// https://learn.microsoft.com/windows/win32/cimwin32prov/win32-service
/// </summary>
public static partial class Services
{
    // Every Windows since 2000 has these; a list without them has been cut off or filtered by missing rights.
    private static readonly string[] s_always = ["RpcSs", "EventLog"];

    /// <summary>
    /// All services; instances of per-user services (<c>CDPUserSvc_1a2b3</c>) are folded into their template, since their
    /// suffix changes at every sign-in. https://learn.microsoft.com/windows/application-management/per-user-services-in-windows
    /// </summary>
    /// <exception cref="CimFault">The list could not be read, or is evidently not whole.</exception>
    public static async Task<IReadOnlyList<ServiceState>> ReadServicesAsync(this ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(CimQuery.Class("root/cimv2", "Win32_Service"), cancel).ConfigureAwait(false);
        Dictionary<string, ServiceState> services = new(StringComparer.OrdinalIgnoreCase);
        foreach (CimObject row in rows)
        {
            string name = row.String("Name") ?? throw new CimFault(CimFaultKind.Protocol, "Win32_Service without Name") { Host = session.Target.Name };
            services[name] = new ServiceState(name, row.String("DisplayName") ?? "", row.String("State") ?? "", row.String("StartMode") ?? "")
            {
                Path = row.String("PathName"),
                Account = row.String("StartName"),
                IsPerUser = row.String("ServiceType") == "Unknown",
                IsDelayed = row.Boolean("DelayedAutoStart") ?? false,
            };
        }
        string[] missing = s_always.Where(name => !services.ContainsKey(name)).ToArray();
        if (missing.Length > 0)
            throw new CimFault(CimFaultKind.AccessDenied, "Win32_Service: " + string.Join(", ", missing) + " missing") { Host = session.Target.Name };
        return Fold(services);
    }

    private static List<ServiceState> Fold(Dictionary<string, ServiceState> services)
    {
        List<ServiceState> folded = new();
        HashSet<string> templates = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> runningTemplates = new(StringComparer.OrdinalIgnoreCase);
        foreach (ServiceState service in services.Values)
        {
            Match match = s_instance.Match(service.Name);
            // The instance runs what its template runs; a service that only borrows the name of one does not.
            if (match.Success && services.TryGetValue(match.Groups[1].Value, out ServiceState? template) && service.MayBeInstanceOf(template))
            {
                templates.Add(template.Name);
                if (service.IsRunning)
                    runningTemplates.Add(match.Groups[1].Value);
                continue;
            }
            folded.Add(service);
        }
        return folded
            .Select(s => templates.Contains(s.Name) ? s with { IsPerUser = true } : s)
            .Select(s => runningTemplates.Contains(s.Name) ? s with { State = ServiceState.Running } : s)
            .OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
    }

    private static readonly Regex s_instance = new("^(.+)_[0-9a-f]{4,16}$", RegexOptions.CultureInvariant);
}

/// <summary>One service. <see cref="State"/> and <see cref="StartMode"/> are WMI's own, never localised, words.</summary>
public sealed record ServiceState(string Name, string DisplayName, string State, string StartMode)
{
    internal const string Running = "Running";

    /// <summary>Command line of the service; null when this account may not see it.</summary>
    public string? Path { get; init; }

    /// <summary>The account it runs under; null for per-user services, and when this account may not see it.</summary>
    public string? Account { get; init; }

    /// <summary>Starts itself some two minutes after the others.</summary>
    public bool IsDelayed { get; init; }

    /// <summary>
    /// Runs once for each signed-in user, so that its state depends on who is there. WMI has no word for its type and says Unknown (unverified).
    /// </summary>
    public bool IsPerUser { get; init; }

    internal bool MayBeInstanceOf(ServiceState template) =>
        Path is null || template.Path is null || string.Equals(Path, template.Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Running now, or in a state in which its process is there (paused, starting, stopping).</summary>
    public bool IsRunning => State.Length > 0 && State != "Stopped" && State != "Unknown";

    /// <summary>Starts by itself with the system.</summary>
    public bool StartsItself => StartMode is "Auto" or "Boot" or "System";

    /// <summary>Whether the account that asked was allowed to see what the verdict needs.</summary>
    public bool IsReadable => State.Length > 0 && State != "Unknown" && StartMode.Length > 0 && StartMode != "Unknown";
}
