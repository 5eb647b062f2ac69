using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>The Security log reaches back as far as the facility's rule asks.</summary>
internal sealed class EventLogHistory : HostCheck<EventLogHistory.Settings>
{
    public sealed record Settings
    {
        /// <summary>
        /// Least days from the oldest record to now. Archives are not seen: where they hold the rest, this is the time between two
        /// archives. The guideline names no number, so the facility's own rule does.
        /// </summary>
        [Within(1, 3660)]
        public int MinDays { get; init; } = 30;
    }

    public override string Id => "event-log-history";

    public override string Item => "access-log";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("セキュリティ ログに必要な期間の記録が残っている", "The Security log reaches back far enough");

    public override Text Remedy => new(
        "最大ログ サイズを上げる。足りない分は保管先へ定期的に退避し、退避の間隔をベースラインの minDays に書く。",
        "Raise the maximum log size. Archive regularly what does not fit, and write the time between two archives as 'minDays' into the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> files = await host.Session.ReadLogFilesAsync(cancel).ConfigureAwait(false);
        CimObject? file = files.FirstOrDefault(f => string.Equals(f.String("LogfileName"), "Security", StringComparison.OrdinalIgnoreCase));
        DateTime last = JapanTime.Day(await host.Session.ReadClockAsync(cancel).ConfigureAwait(false)).AddDays(-settings.MinDays);
        const string Source = "Win32_NTLogEvent.Logfile=\"Security\".TimeGenerated";
        string expected = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // The Security log is left out of the list without SeSecurityPrivilege.
        if (file is null)
            return Verdict.Unknown(CimFaultKind.AccessDenied.ToString(), new Evidence(Source, Operators.AtMost, expected, Evidence.Absent, Outcome.Unknown));
        DateTimeOffset? oldest = await host.Session.ReadOldestRecordAsync(file, cancel).ConfigureAwait(false);
        return oldest is null
            ? Verdict.Unknown("NoRecordSeen", new Evidence(Source, Operators.AtMost, expected, Evidence.Absent, Outcome.Unknown))
            : Verdict.Of([new Evidence(
                Source,
                Operators.AtMost,
                expected,
                JapanTime.Day(oldest.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                JapanTime.Day(oldest.Value) <= last ? Outcome.Pass : Outcome.Fail)]);
    }
}
