using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Every service that runs, or starts by itself, is on the approved list. Services are told by their name, which is the
/// same on every language of Windows, never by their display name.
/// </summary>
internal sealed class ApprovedServices : HostCheck<ApprovedServices.Settings>
{
    public sealed record Settings
    {
        /// <summary>Service names; <c>*</c> stands for any characters. Per-user services by the name of their template.</summary>
        [Selective]
        public IReadOnlyList<string> Approved { get; init; } = [];
    }

    public override string Id => "approved-services";

    public override string Item => "background-services";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "動作中または自動起動のサービスが承認済み一覧にある",
        "Every service that runs or starts by itself is on the approved list");

    public override Text Remedy => new(
        "不要なサービスは停止して無効にする。必要なものは理由と承認者を記録してベースラインの approved に加える。",
        "Stop and disable what is not needed. Record reason and approver of what is, and add it to 'approved' in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<ServiceState> services = await host.Session.ReadServicesAsync(cancel).ConfigureAwait(false);
        if (settings.Approved.Count == 0)
            return Verdict.Unknown(Verdict.BaselineSilent);
        Wildcards approved = new(settings.Approved);
        List<Evidence> evidence = services
            .Where(s => (s.IsRunning || s.StartsItself || !s.IsReadable) && !approved.Match(s.Name))
            .Select(Unapproved)
            .ToList();
        if (evidence.Count == 0)
        {
            int active = services.Count(s => s.IsRunning || s.StartsItself);
            evidence.Add(new Evidence(
                "Win32_Service", Operators.SubsetOf, "approved", active.ToString(CultureInfo.InvariantCulture), Outcome.Pass));
        }
        return Verdict.Of(evidence, CimFaultKind.AccessDenied.ToString());
    }

    // A service whose state this account may not see is neither approved nor refuted.
    private static Evidence Unapproved(ServiceState service) => new(
        "Win32_Service.Name=\"" + service.Name + "\"",
        Operators.SubsetOf,
        "approved",
        (service.DisplayName.Length > 0 ? service.DisplayName : service.Name) + " (" + service.State + ", " + service.StartMode + ")",
        service.IsRunning || service.StartsItself ? Outcome.Fail : Outcome.Unknown);
}
