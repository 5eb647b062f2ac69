using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;
using MedHardening.Windows;

namespace MedHardening.Checks;

/// <summary>
/// Windows was updated lately, and has at least the revision that the facility asks of its build.
/// <c>Win32_QuickFixEngineering</c>: https://learn.microsoft.com/windows/win32/cimwin32prov/win32-quickfixengineering
/// </summary>
internal sealed class RecentUpdates : HostCheck<RecentUpdates.Settings>
{
    private const string VersionKey = @"SOFTWARE\Microsoft\Windows NT\CurrentVersion";

    public sealed record Settings
    {
        /// <summary>Most days since the newest installed update. Windows gets one every month.</summary>
        [Within(1, 730)]
        public int MaxDays { get; init; } = 60;

        /// <summary>Least revision (UBR) by build: <c>26100: 7171</c>.</summary>
        public IReadOnlyDictionary<string, uint> MinRevision { get; init; } = new Dictionary<string, uint>();
    }

    public override string Id => "recent-updates";

    public override string Item => "security-patches";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("Windows の更新プログラムが最近適用されている", "Windows updates have been installed lately");

    public override Text Remedy => new(
        "更新プログラムを適用する。適用できない機器は事業者の回答を添えて、理由・代替策・期限を例外として施設記録に残す。",
        "Install the updates. For a machine that cannot have them, record an exception with the vendor's answer, a compensating control and an expiry.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> updates = await host.Session
            .QueryAsync(CimQuery.Class("root/cimv2", "Win32_QuickFixEngineering"), cancel).ConfigureAwait(false);
        CimObject system = await host.Session.SingleAsync("Win32_OperatingSystem", cancel).ConfigureAwait(false);
        RegistryValue? revision = await host.Session
            .ReadValueAsync(RegistryHive.LocalMachine, VersionKey, "UBR", RegistryType.DWord, cancel).ConfigureAwait(false);
        DateTime today = await host.TodayAsync(cancel).ConfigureAwait(false);
        List<Evidence> evidence = [Newest(updates, today, settings.MaxDays)];
        if (settings.MinRevision.TryGetValue(system.String("BuildNumber") ?? "", out uint least))
        {
            // Windows 10 and later always have it; without it nothing is known.
            evidence.Add(RegistryEvidence.Of(
                VersionKey, "UBR", revision ?? new RegistryValue(RegistryType.None, null), Operators.AtLeast, least.ToString(CultureInfo.InvariantCulture), n => n >= least));
        }
        return Verdict.Of(evidence, "UpdateDateUnclear");
    }

    private static Evidence Newest(IReadOnlyList<CimObject> updates, DateTime today, int maxDays)
    {
        IReadOnlyList<InstalledOn> dates = InstalledOn.Of(updates.Select(u => u.String("InstalledOn")), today);
        DateTime oldestGood = today.AddDays(-maxDays);
        const string Source = "Win32_QuickFixEngineering.InstalledOn";
        string expected = oldestGood.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (dates.Count == 0)
            return new Evidence(Source, Operators.AtLeast, expected, Evidence.Absent, Outcome.Unknown);
        DateTime earliest = dates.Max(d => d.Earliest);
        DateTime latest = dates.Max(d => d.Latest);
        return new Evidence(
            Source,
            Operators.AtLeast,
            expected,
            earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            earliest >= oldestGood ? Outcome.Pass : latest < oldestGood ? Outcome.Fail : Outcome.Unknown);
    }
}
