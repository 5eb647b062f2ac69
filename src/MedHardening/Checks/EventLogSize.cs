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
/// The event logs may grow large enough to keep what an investigation needs. Judged by the size in effect, whichever of
/// policy and local setting it comes from. <c>Win32_NTEventlogFile</c>:
/// https://learn.microsoft.com/previous-versions/windows/desktop/legacy/aa394225(v=vs.85)
/// </summary>
internal sealed partial class EventLogSize : HostCheck<EventLogSize.Settings>
{
    private const uint NeverOverwrites = uint.MaxValue;

    public sealed record Settings
    {
        /// <summary>Least maximum size of each log, in megabytes (2^20 bytes). EventLog.admx takes up to 2,147,483,647 kilobytes.</summary>
        [Within(1, 2_097_151)]
        public IReadOnlyDictionary<string, int> MinMegabytes { get; init; } = new Dictionary<string, int>
        {
            ["Security"] = 192,
            ["System"] = 32,
            ["Application"] = 32,
        };

        /// <summary>Whether a full log may stop recording until somebody clears it. Such a log loses what happens meanwhile.</summary>
        public bool MayStopWhenFull { get; init; }
    }

    public override string Id => "event-log-size";

    public override string Item => "access-log";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "イベントログの最大サイズと上書き設定が十分である",
        "Maximum size and overwriting of the event logs are sufficient");

    public override Text Remedy => new(
        "GPO［管理用テンプレート］→［Windows コンポーネント］→［イベント ログ サービス］で最大ログ ファイル サイズ (KB) を上げ、満杯時は古いイベントから上書きする。",
        "In Group Policy, Administrative Templates > Windows Components > Event Log Service, raise the maximum log file size (KB) and let old events be overwritten.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> logs = await LogsAsync(host.Session, cancel).ConfigureAwait(false);
        // Sign-ins are in the security log, so a baseline that leaves it out says nothing about access logs.
        if (!settings.MinMegabytes.Keys.Contains("Security", StringComparer.OrdinalIgnoreCase))
            return Verdict.Unknown(Verdict.BaselineSilent);
        return Verdict.Of(settings.MinMegabytes
            .OrderBy(m => m.Key, StringComparer.OrdinalIgnoreCase)
            .SelectMany(m => Judge(logs, m.Key, m.Value, settings.MayStopWhenFull))
            .ToArray(), CimFaultKind.AccessDenied.ToString());
    }

    private static Task<IReadOnlyList<CimObject>> LogsAsync(ICimSession session, CancellationToken cancel) =>
        session.QueryAsync(CimQuery.Class("root/cimv2", "Win32_NTEventlogFile"), cancel);

    private static IEnumerable<Evidence> Judge(IReadOnlyList<CimObject> logs, string name, int minMegabytes, bool mayStop)
    {
        string source = "Win32_NTEventlogFile.LogfileName=\"" + name + "\"";
        string expected = Number((long)minMegabytes << 20);
        CimObject? log = logs.FirstOrDefault(l => string.Equals(l.String("LogfileName"), name, StringComparison.OrdinalIgnoreCase));
        uint? size = log?.UInt32("MaxFileSize");
        if (size is null)
        {
            // The Security log is left out of the list without SeSecurityPrivilege, so absence proves nothing.
            yield return new Evidence(source + ".MaxFileSize", Operators.AtLeast, expected, "absent", Outcome.Unknown);
            yield break;
        }
        yield return new Evidence(
            source + ".MaxFileSize", Operators.AtLeast, expected, Number(size.Value), size >= (long)minMegabytes << 20 ? Outcome.Pass : Outcome.Fail);
        uint? outdated = log!.UInt32("OverwriteOutDated");
        if (!mayStop)
        {
            yield return new Evidence(
                source + ".OverwriteOutDated",
                Operators.AtMost,
                "365",
                outdated is null ? "absent" : Number(outdated.Value),
                outdated is null ? Outcome.Unknown : outdated == NeverOverwrites ? Outcome.Fail : Outcome.Pass);
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
