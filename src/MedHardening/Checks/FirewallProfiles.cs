using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Windows Firewall is on in every profile and blocks what no rule allows: the effective state, the sum of local settings
/// and policies. Supports 2-⑬, which is about network equipment. <c>MSFT_NetFirewallProfile</c>:
/// https://learn.microsoft.com/windows/win32/fwp/wmi/wfascimprov/msft-netfirewallprofile
/// </summary>
internal sealed class FirewallProfiles : HostCheck<FirewallProfiles.Settings>
{
    private const string On = "1";
    private const string Block = "4";

    // Without the option the class shows the local store, in which a policy's setting does not appear.
    private static readonly CimQuery s_active = CimQuery.Class("root/StandardCimv2", "MSFT_NetFirewallProfile") with
    {
        Options = new Dictionary<string, object> { ["PolicyStore"] = "ActiveStore" },
    };

    public sealed record Settings
    {
        /// <summary>Profiles that must be on.</summary>
        public IReadOnlyList<string> Profiles { get; init; } = ["Domain", "Private", "Public"];

        /// <summary>Whether inbound connections that no rule allows must be blocked.</summary>
        public bool BlockInbound { get; init; } = true;
    }

    public override string Id => "firewall-profiles";

    public override string Item => "connection-source";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new(
        "Windows ファイアウォールがすべてのプロファイルで有効である",
        "Windows Firewall is on in every profile");

    public override Text Remedy => new(
        "GPO［セキュリティが強化された Windows Defender ファイアウォール］で全プロファイルを有効にし、受信接続を既定でブロックする。",
        "In Group Policy, Windows Defender Firewall with Advanced Security, turn every profile on and block inbound connections by default.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> profiles = await host.Session.QueryAsync(s_active, cancel).ConfigureAwait(false);
        if (settings.Profiles.Count == 0)
            return Verdict.Unknown(Verdict.BaselineSilent);
        return Verdict.Of(settings.Profiles.SelectMany(name => Judge(profiles, name, settings.BlockInbound)).ToArray(), "NotConfigured");
    }

    private static IEnumerable<Evidence> Judge(IReadOnlyList<CimObject> profiles, string name, bool blockInbound)
    {
        CimObject? profile = profiles.FirstOrDefault(p => string.Equals(p.String("Name"), name, StringComparison.OrdinalIgnoreCase));
        string source = "MSFT_NetFirewallProfile.Name=\"" + name + "\"";
        // 0 off, 1 on, 2 not configured
        uint? enabled = profile?.UInt32("Enabled");
        yield return Evidence(source + ".Enabled", On, enabled, enabled == 0);
        // 2 allow, 4 block, 0 not configured
        uint? inbound = profile?.UInt32("DefaultInboundAction");
        if (blockInbound)
            yield return Evidence(source + ".DefaultInboundAction", Block, inbound, inbound == 2);
    }

    private static Evidence Evidence(string source, string expected, uint? actual, bool isRefuted)
    {
        string text = actual?.ToString(CultureInfo.InvariantCulture) ?? "absent";
        return new Evidence(source, Operators.Equals, expected, text, text == expected ? Outcome.Pass : isRefuted ? Outcome.Fail : Outcome.Unknown);
    }
}
