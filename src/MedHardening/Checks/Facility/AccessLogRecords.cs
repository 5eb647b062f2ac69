using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>
/// The logs that Windows does not hold: the electronic health record's own, the archives, how long they are kept and why, and who
/// looks at them when.
/// </summary>
internal sealed class AccessLogRecords : FacilityCheck<AccessLogRecords.Settings>
{
    private static readonly LogContent[] s_wanted = [LogContent.Login, LogContent.Time, LogContent.Operation];

    public sealed record Settings
    {
        /// <summary>How many months old the newest archive may be. The checklist gives no number.</summary>
        [Within(1, 60)]
        public int ArchiveMonths { get; init; } = 6;
    }

    public override string Id => "access-log-records";

    public override string Item => "access-log";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "電子カルテ等のログ、保存期間、保全先、定期の確認が記録されている", "Logs of the health record, their retention, archives and reviews are on record");

    public override Text Remedy => new(
        "ログの内容・保存年数と根拠・保全先・確認者と確認日を施設記録（accessLog）に書く。",
        "Write contents, years and reason of retention, archives, reviewer and reviews into the facility record (accessLog).");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.AccessLog is not { } section)
            return RecordEvidence.Missing("accessLog");
        RecordEvidence evidence = new(view, "accessLog");
        evidence.AtLeast("systems", 1, section.Systems?.Count ?? 0);
        foreach (AccessLogSection.SystemLog log in section.Systems ?? [])
            Contents(log, evidence);
        evidence.Written("protection", section.Protection);
        Retention(section.Retention ?? new(), evidence);
        Archives(section, evidence, settings.ArchiveMonths);
        Review(section.Review ?? new(), evidence);
        return evidence.ToVerdict();
    }

    private static void Contents(AccessLogSection.SystemLog log, RecordEvidence evidence)
    {
        LogContent[] held = [.. (log.Records ?? []).Distinct().OrderBy(c => c)];
        string wanted = string.Join(", ", s_wanted.Select(c => WordAttribute.First(c)));
        string found = held.Length == 0 ? Evidence.Absent : string.Join(", ", held.Select(c => WordAttribute.First(c)));
        if (s_wanted.All(held.Contains))
            evidence.For("systems[" + log.Name + "].records", Operators.Equals, wanted, found);
        else
            evidence.Open("systems[" + log.Name + "].records", Operators.Equals, wanted, found);
    }

    private static void Retention(AccessLogSection.LogRetention retention, RecordEvidence evidence)
    {
        evidence.AtLeast("retention.years", 1, retention.Years ?? 0);
        evidence.Written("retention.basis", retention.Basis is { } basis ? WordAttribute.First(basis) : null);
        evidence.Kept("retention.rule", retention.Rule);
    }

    private static void Archives(AccessLogSection section, RecordEvidence evidence, int months)
    {
        evidence.Recent("archives.takenOn", (section.Archives ?? []).Max(a => a.TakenOn), months);
        foreach (AccessLogSection.LogArchive archive in section.Archives ?? [])
            evidence.Written("archives[" + archive.Name + "].keptAt", archive.KeptAt);
    }

    private static void Review(AccessLogSection.LogReview review, RecordEvidence evidence)
    {
        evidence.Named("review.reviewer", review.Reviewer);
        evidence.AtLeast("review.everyMonths", 1, review.EveryMonths ?? 0);
        if (review.EveryMonths is { } months)
            evidence.Recent("review.lastOn", review.LastOn, months);
        else
            evidence.Past("review.lastOn", review.LastOn);
    }
}
