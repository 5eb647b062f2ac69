using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Nobody cleared an event log: event 1102 of the Security log and 104 of the System log.
/// https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-1102
/// </summary>
internal sealed class EventLogCleared : HostCheck<EventLogCleared.Settings>
{
    private static readonly (string Log, int Code)[] s_events = [("Security", EventLogs.SecurityCleared), ("System", EventLogs.OtherCleared)];

    public sealed record Settings
    {
        /// <summary>How many days to look back.</summary>
        [Within(1, 400)]
        public int Days { get; init; } = 31;
    }

    public override string Id => "event-log-cleared";

    public override string Item => "access-log";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("イベントログが消去されていない", "No event log has been cleared");

    public override Text Remedy => new(
        "誰がいつ、なぜ消去したかを確かめる。作業によるものなら記録し、例外として施設記録に残す。",
        "Find out who cleared it, when and why. If it was part of some work, record that as an exception.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> files = await host.Session.ReadLogFilesAsync(cancel).ConfigureAwait(false);
        DateTimeOffset since = (await host.Session.ReadClockAsync(cancel).ConfigureAwait(false)).AddDays(-settings.Days);
        List<Evidence> evidence = new();
        foreach ((string log, int code) in s_events)
        {
            string source = "Win32_NTLogEvent.Logfile=\"" + log + "\".EventCode=" + code.ToString(CultureInfo.InvariantCulture);
            IReadOnlyList<CimObject> events = await host.Session.ReadEventsAsync(log, [code], since, null, cancel).ConfigureAwait(false);
            evidence.AddRange(events.Select(e => new Evidence(source, Operators.Equals, Evidence.Absent, e.String("TimeGenerated") ?? "", Outcome.Fail)));
            // Without SeSecurityPrivilege the log is not listed, and its events are not shown either.
            bool isReadable = files.Any(f => string.Equals(f.String("LogfileName"), log, StringComparison.OrdinalIgnoreCase));
            if (events.Count == 0)
                evidence.Add(new Evidence(source, Operators.Equals, Evidence.Absent, Evidence.Absent, isReadable ? Outcome.Pass : Outcome.Unknown));
        }
        return Verdict.Of(evidence, CimFaultKind.AccessDenied.ToString());
    }
}
