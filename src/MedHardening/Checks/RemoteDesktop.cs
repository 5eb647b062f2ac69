using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Remote Desktop is off, or is approved and asks for the account before it shows a desktop (Network Level Authentication).
/// The values in effect, of policy and local setting together:
/// https://learn.microsoft.com/windows/win32/termserv/win32-terminalservicesetting and win32-tsgeneralsetting.
/// </summary>
internal sealed class RemoteDesktop : HostCheck<RemoteDesktop.Settings>
{
    private const string Namespace = "root/cimv2/TerminalServices";
    private const string Connection = "RDP-Tcp";

    public sealed record Settings
    {
        /// <summary>Whether Remote Desktop may be on.</summary>
        public bool Allowed { get; init; }
    }

    public override string Id => "remote-desktop";

    public override string Item => "remote-maintenance";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "リモートデスクトップが無効、または承認のうえネットワークレベル認証を要求する",
        "Remote Desktop is off, or approved and requires Network Level Authentication");

    public override Text Remedy => new(
        "使わないなら［システムのプロパティ］→［リモート］で無効にする。使うならベースラインで allowed: true とし、GPO でネットワークレベル認証を必須にする。",
        "Turn it off in System Properties > Remote. If it is needed, set allowed: true in the baseline and require Network Level Authentication by Group Policy.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        CimObject? service = await FindAsync(host, "Win32_TerminalServiceSetting", null, cancel).ConfigureAwait(false);
        CimObject? general = await FindAsync(host, "Win32_TSGeneralSetting", Connection, cancel).ConfigureAwait(false);
        uint? connections = service?.UInt32("AllowTSConnections"); // 0 refused, 1 allowed
        const string Source = "Win32_TerminalServiceSetting.AllowTSConnections";
        if (connections is null)
            return Verdict.Unknown("NotConfigured", new Evidence(Source, Operators.Equals, "0", Evidence.Absent, Outcome.Unknown));
        if (connections == 0)
            return Verdict.Of([new Evidence(Source, Operators.Equals, "0", "0", Outcome.Pass)]);

        string actual = CimValue.ToText(connections);
        List<Evidence> evidence = settings.Allowed
            ? [new Evidence(Source, Operators.AtMost, "1", actual, Outcome.Pass)]
            : [new Evidence(Source, Operators.Equals, "0", actual, Outcome.Fail)];
        uint? authentication = general?.UInt32("UserAuthenticationRequired");
        evidence.Add(new Evidence(
            "Win32_TSGeneralSetting.UserAuthenticationRequired",
            Operators.Equals,
            "1",
            authentication is null ? Evidence.Absent : CimValue.ToText(authentication),
            authentication is null ? Outcome.Unknown : authentication == 1 ? Outcome.Pass : Outcome.Fail));
        return Verdict.Of(evidence, "NotConfigured");
    }

    // A host with several RDP listeners has several rows of the second class.
    private static async Task<CimObject?> FindAsync(HostView host, string className, string? name, CancellationToken cancel)
    {
        foreach (CimObject row in await host.Session.QueryAsync(CimQuery.Class(Namespace, className), cancel).ConfigureAwait(false))
        {
            if (name is null || string.Equals(row.String("TerminalName"), name, System.StringComparison.OrdinalIgnoreCase))
                return row;
        }
        return null;
    }
}
