using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Every port that others can reach is on the approved list. Ports that only the computer itself reaches do not count. Without a list the
/// question does not arise: a service baseline, which <see cref="ApprovedServices"/> judges by, may list ports with their owners.
/// </summary>
internal sealed class ApprovedPorts : HostCheck<ApprovedPorts.Settings>
{
    // https://learn.microsoft.com/troubleshoot/windows-server/networking/default-dynamic-port-range-tcpip-chang
    private const int FirstDynamic = 49152;

    public sealed record Settings
    {
        [Within(1, 65535)]
        public IReadOnlyList<int> Tcp { get; init; } = [];

        [Within(1, 65535)]
        public IReadOnlyList<int> Udp { get; init; } = [];

        /// <summary>Whether ports from 49152 on, which Windows gives to RPC and to clients at random, are approved.</summary>
        public bool Dynamic { get; init; } = true;
    }

    public override string Id => "approved-ports";

    public override string Item => "background-services";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("待ち受けているポートが承認済み一覧にある", "Every listening port is on the approved list");

    public override Text Remedy => new(
        "不要な待ち受けは、そのソフトウェアやサービスを止める。必要なものは理由と承認者を記録してベースラインの tcp または udp に加える。",
        "Stop the software or service behind a port that is not needed. Record reason and approver of what is, and add it to 'tcp' or 'udp' in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<ListeningPort> ports = await host.Session.ReadListeningPortsAsync(cancel).ConfigureAwait(false);
        if (settings.Tcp.Count == 0 && settings.Udp.Count == 0)
            return Verdict.NotApplicable("NoPortList");
        ListeningPort[] reachable = ports.Where(p => !p.IsLoopback).ToArray();
        List<Evidence> evidence = reachable
            .Where(p => !IsApproved(p, settings))
            .GroupBy(Name)
            .Select(g => new Evidence(g.Key, Operators.SubsetOf, "approved", string.Join(", ", g.Select(Owner).Distinct()), Outcome.Fail))
            .ToList();
        if (evidence.Count == 0)
        {
            evidence.Add(new Evidence(
                "MSFT_NetTCPConnection, MSFT_NetUDPEndpoint",
                Operators.SubsetOf,
                "approved",
                reachable.Select(Name).Distinct().Count().ToString(CultureInfo.InvariantCulture),
                Outcome.Pass));
        }
        return Verdict.Of(evidence);
    }

    private static bool IsApproved(ListeningPort port, Settings settings) =>
        (settings.Dynamic && port.Port >= FirstDynamic) || (port.Protocol == PortProtocol.Tcp ? settings.Tcp : settings.Udp).Contains(port.Port);

    private static string Name(ListeningPort port) =>
        (port.Protocol == PortProtocol.Tcp ? "tcp " : "udp ") + port.Port.ToString(CultureInfo.InvariantCulture);

    private static string Owner(ListeningPort port) =>
        (port.Process ?? "?") + " (" + (port.ProcessId?.ToString(CultureInfo.InvariantCulture) ?? "?") + ")";
}
