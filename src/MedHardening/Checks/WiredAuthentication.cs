using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// The computer proves itself to the switch (IEEE 802.1X): the service Wired AutoConfig starts by itself and Group Policy delivered a
/// profile. Supports 2-⑬, which is about network equipment. The service:
/// https://learn.microsoft.com/windows-server/networking/core-network-guide/cncg/server-certs/deploy-server-certificates-for-802.1x-wired-and-wireless-deployments
/// The place of the delivered profile is not verified on Windows.
/// </summary>
internal sealed class WiredAuthentication : HostCheck<WiredAuthentication.Settings>
{
    private const string PolicyKey = @"SOFTWARE\Policies\Microsoft\Windows\WiredL2\GP_Policy";

    public sealed record Settings;

    public override string Id => "wired-authentication";

    public override string Item => "connection-source";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("有線 LAN で 802.1X 認証を使う準備がある", "802.1X authentication is set up for wired networks");

    public override Text Remedy => new(
        "GPO［有線ネットワーク (IEEE 802.3) ポリシー］を配布し、Wired AutoConfig を自動で起動する。",
        "Deliver Wired Network (IEEE 802.3) Policies by Group Policy, and let Wired AutoConfig start by itself.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<ServiceState> services = await host.Session.ReadServicesAsync(cancel).ConfigureAwait(false);
        IReadOnlyList<string>? policy = await host.Session.ReadSubKeysAsync(RegistryHive.LocalMachine, PolicyKey, cancel).ConfigureAwait(false);
        ServiceState? service = services.FirstOrDefault(s => string.Equals(s.Name, "dot3svc", StringComparison.OrdinalIgnoreCase));
        bool starts = service is { IsRunning: true, StartsItself: true };
        return Verdict.Of(
        [
            new Evidence(
                "Win32_Service.Name=\"dot3svc\"",
                Operators.Equals,
                "Running, Auto",
                service is null ? Evidence.Absent : service.State + ", " + service.StartMode,
                starts ? Outcome.Pass : service is { IsReadable: false } ? Outcome.Unknown : Outcome.Fail),
            // A profile may also have been made on the computer itself, where nobody can read it from afar.
            new Evidence(@"HKLM\" + PolicyKey, Operators.Exists, "", policy is null ? Evidence.Absent : PolicyKey, policy is null ? Outcome.Unknown : Outcome.Pass),
        ],
        "NotConfigured");
    }
}
