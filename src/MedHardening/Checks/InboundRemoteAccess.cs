using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Windows Firewall limits from where remote desktop, remote management and file sharing are reached: every enabled rule that names one
/// of their ports names its sources too. Supports 2-⑬, which is about network equipment.
/// </summary>
internal sealed class InboundRemoteAccess : HostCheck<InboundRemoteAccess.Settings>
{
    public sealed record Settings
    {
        /// <summary>TCP ports that not everybody may reach: SMB 445, remote desktop 3389, WinRM 5985 and 5986.</summary>
        [Within(1, 65535)]
        public IReadOnlyList<int> Ports { get; init; } = [445, 3389, 5985, 5986];
    }

    public override string Id => "inbound-remote-access";

    public override string Item => "connection-source";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new(
        "リモート接続の受信規則が接続元を限っている", "Inbound rules for remote access limit their sources");

    public override Text Remedy => new(
        "受信規則の［スコープ］→［リモート IP アドレス］に、管理用端末や保守用の踏み台だけを書く。",
        "In the inbound rule, Scope > Remote IP address, name only the management computers or the jump host of the vendor.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<InboundRule> rules = await host.Session.ReadInboundRulesAsync(cancel).ConfigureAwait(false);
        // Every Windows has some inbound rule on; an empty list comes from missing rights.
        if (rules.Count == 0)
            return Verdict.Unknown(CimFaultKind.AccessDenied.ToString());
        if (settings.Ports.Count == 0)
            return Verdict.Unknown(Verdict.BaselineSilent);
        return Verdict.Of(settings.Ports.SelectMany(port => Judge(rules, port)).ToArray());
    }

    private static IEnumerable<Evidence> Judge(IReadOnlyList<InboundRule> rules, int port)
    {
        string expected = "tcp " + port.ToString(CultureInfo.InvariantCulture);
        InboundRule[] open = rules.Where(r => r.FromAnywhere && r.Names(port)).ToArray();
        foreach (InboundRule rule in open)
            yield return new Evidence("MSFT_NetFirewallRule.InstanceID=\"" + rule.Id + "\".RemoteAddress", Operators.SubsetOf, expected, rule.Name + ": Any", Outcome.Fail);
        if (open.Length == 0)
            yield return new Evidence("MSFT_NetAddressFilter.RemoteAddress", Operators.SubsetOf, expected, Evidence.Absent, Outcome.Pass);
    }
}
