using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;
using MedHardening.Services;

namespace MedHardening.Checks;

/// <summary>
/// Every service that runs, or starts by itself, is on the approved list. Services are told by their name, which is the
/// same on every language of Windows, never by their display name.
/// </summary>
internal sealed class ApprovedServices : HostCheck<ApprovedServices.Settings>
{
    public sealed record Settings : IReferringSettings
    {
        /// <summary>Service names; <c>*</c> stands for any characters. Per-user services by the name of their template.</summary>
        [Selective]
        public IReadOnlyList<string> Approved { get; init; } = [];

        /// <summary>
        /// File of Export-ServiceBaseline, beside the baseline, whose decisions count besides <see cref="Approved"/>, for listening ports, too.
        /// </summary>
        public string? ServiceBaseline { get; init; }

        internal ServiceBaseline? Reference { get; private init; }

        object IReferringSettings.Read(string folder) =>
            ServiceBaseline is null ? this : this with { Reference = ServiceBaselineReader.Read(Path.Combine(folder, ServiceBaseline)) };
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
        (IReadOnlyList<ListeningPort>? ports, CimFault? portsFault) = await ReadPortsAsync(host.Session, cancel).ConfigureAwait(false);
        if (settings.Reference is { } reference)
            return new ServiceDecisions(reference, settings.Approved).Judge(services, ports, portsFault);
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

    // Only a service baseline says which ports are wanted; without one it does not matter whether they can be read.
    private static async Task<(IReadOnlyList<ListeningPort>? Ports, CimFault? Fault)> ReadPortsAsync(ICimSession session, CancellationToken cancel)
    {
        try
        {
            return (await session.ReadListeningPortsAsync(cancel).ConfigureAwait(false), null);
        }
        catch (CimFault fault)
        {
            return (null, fault);
        }
    }

    // A service whose state this account may not see is neither approved nor refuted.
    internal static Evidence Unapproved(ServiceState service) => new(
        "Win32_Service.Name=\"" + service.Name + "\"",
        Operators.SubsetOf,
        "approved",
        (service.DisplayName.Length > 0 ? service.DisplayName : service.Name) + " (" + service.State + ", " + service.StartMode + ")",
        service.IsRunning || service.StartsItself ? Outcome.Fail : Outcome.Unknown);
}
