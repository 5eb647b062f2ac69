using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Cim;
using MedHardening.Services;

namespace MedHardening.Checks;

/// <summary>Judges what runs and listens by the decisions of a service baseline.</summary>
internal sealed class ServiceDecisions
{
    private const int MostNamed = 20;

    private readonly ServiceBaseline _baseline;
    private readonly EntryKeys _keys;
    private readonly Wildcards _approved;
    private readonly Dictionary<string, BaselineEntry> _services;
    private readonly Dictionary<string, BaselineEntry> _ports;

    /// <param name="approved">Names of services that are approved whatever the service baseline says.</param>
    public ServiceDecisions(ServiceBaseline baseline, IReadOnlyList<string> approved)
    {
        _baseline = baseline;
        _keys = new EntryKeys(baseline.Volatile);
        _approved = new Wildcards(approved);
        _services = _keys.Index(baseline.Services ?? []);
        _ports = _keys.Index(baseline.Ports ?? []);
    }

    /// <summary>
    /// Fails what is not in the baseline, and what is not approved there; what nobody has decided about is not known. Ports count where the
    /// baseline has ports, but for those that only the computer itself reaches.
    /// </summary>
    /// <param name="portsFault">Why the ports could not be read.</param>
    public Verdict Judge(IReadOnlyList<ServiceState> services, IReadOnlyList<ListeningPort>? ports, CimFault? portsFault)
    {
        List<Evidence> evidence = new();
        List<string> undecided = new();
        foreach (ServiceState service in services.Where(s => (s.IsRunning || s.StartsItself || !s.IsReadable) && !_approved.Match(s.Name)))
            Add(evidence, undecided, Decision(_services, new ServiceEntry { Name = service.Name }), service.Name, () => ApprovedServices.Unapproved(service));
        if (_baseline.Ports is not null)
        {
            foreach (PortEntry port in ListedPorts.Of(ports ?? []).Where(p => !p.Loopback))
                Add(evidence, undecided, OfPort(port), port.Name, () => Unapproved(port));
            if (ports is null)
                return Verdict.Unknown(portsFault!) with { Evidence = [.. evidence, .. Verdict.Unknown(portsFault!).Evidence] };
        }
        if (undecided.Count > 0)
        {
            string names = string.Join(", ", undecided.Take(MostNamed)) + (undecided.Count > MostNamed ? ", …" : "");
            evidence.Add(new Evidence(_baseline.Role ?? _baseline.Computer ?? "", Operators.Exists, "approved", names, Outcome.Unknown));
        }
        if (evidence.Count == 0)
            evidence.Add(new Evidence("Win32_Service", Operators.SubsetOf, "approved", Count(services.Count(s => s.IsRunning || s.StartsItself)), Outcome.Pass));
        return Verdict.Of(evidence, undecided.Count > 0 ? Verdict.BaselineSilent : CimFaultKind.AccessDenied.ToString());
    }

    private static void Add(List<Evidence> evidence, List<string> undecided, bool? isApproved, string name, System.Func<Evidence> unapproved)
    {
        if (isApproved is null)
            undecided.Add(name);
        else if (isApproved == false)
            evidence.Add(unapproved());
    }

    // A port that nobody has decided about goes with its service.
    private bool? OfPort(PortEntry port) => Decision(_ports, port)
        ?? (port.Service is null ? null : _approved.Match(port.Service) ? true : Decision(_services, new ServiceEntry { Name = port.Service }));

    /// <summary>false also for what the baseline does not have; null when it is there and nobody has decided.</summary>
    private bool? Decision(Dictionary<string, BaselineEntry> entries, BaselineEntry entry) =>
        _keys.Of(entry) is not { } key ? true
        : entries.TryGetValue(key, out BaselineEntry? known) ? _baseline.IsApproved(known)
        : false;

    private Evidence Unapproved(PortEntry port) => new(
        port.Name.StartsWith("tcp", System.StringComparison.Ordinal) ? "MSFT_NetTCPConnection" : "MSFT_NetUDPEndpoint",
        Operators.SubsetOf,
        "approved",
        _keys.NameOf(port) + " " + port.Process + (port.Service is null ? "" : " (" + port.Service + ")"),
        Outcome.Fail);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
