using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Windows;

namespace MedHardening.Checks;

/// <summary>The Windows release still gets security updates on the day of the judgement.</summary>
internal sealed class SupportedWindows : HostCheck<SupportedWindows.Settings>
{
    public sealed record Settings
    {
        /// <summary>
        /// Builds that get paid updates beyond the end of servicing (Extended Security Updates), each with the last day
        /// (yyyy-MM-dd) of the contract: <c>19045: 2026-10-13</c>.
        /// </summary>
        public System.Collections.Generic.IReadOnlyDictionary<string, System.DateTime> ExtendedUntil { get; init; } =
            new System.Collections.Generic.Dictionary<string, System.DateTime>();
    }

    public override string Id => "supported-windows";

    public override string Item => "security-patches";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "Windows のバージョンがサポート期間内である",
        "The Windows release is within its servicing period");

    public override Text Remedy => new(
        "サポート中のバージョンに更新する。できない機器は、理由・代替策・期限を例外として施設記録に残す。",
        "Update to a release in servicing. For a machine that cannot be, record an exception with reason, compensating control and expiry.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        CimObject system = await host.Session.SingleAsync("Win32_OperatingSystem", cancel).ConfigureAwait(false);
        WindowsRelease? release = WindowsLifecycle.Default.Find(system);
        string build = system.String("BuildNumber") ?? "";
        const string Source = "Win32_OperatingSystem.BuildNumber";
        if (release is null)
        {
            string sku = system.String("OperatingSystemSKU") ?? "";
            return Verdict.Unknown("ReleaseNotListed", new Evidence(Source, Operators.SubsetOf, "windows-lifecycle", build + " SKU " + sku, Outcome.Unknown));
        }
        System.DateTime until = settings.ExtendedUntil.TryGetValue(build, out System.DateTime extended) && extended > release.Until
            ? extended
            : release.Until;
        return Verdict.Of([new Evidence(
            Source,
            Operators.AtLeast,
            host.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            build + " (" + release.Name + ") " + until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            host.AsOf.Date <= until ? Outcome.Pass : Outcome.Fail)]);
    }
}
