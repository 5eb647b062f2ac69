using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>
/// The 運用管理規程 is there, in force, where staff read it, follows the twelve chapters of the Ministry's template (項目例), has a
/// history, and is audited.
/// </summary>
internal sealed class RegulationRecord : FacilityCheck<RegulationRecord.Settings>
{
    public sealed record Settings
    {
        /// <summary>How many months ago the last internal audit may have been. The checklist gives no number.</summary>
        [Baselines.Within(1, 60)]
        public int AuditMonths { get; init; } = 12;
    }

    public override string Id => "regulation-record";

    public override string Item => "regulations";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("運用管理規程が施行され、職員が参照でき、見直されている", "The regulations are in force, readable by staff, and reviewed");

    public override Text Remedy => new(
        "規程の文書、施行日、参照できる場所、改訂履歴、内部監査、項目例との章の対応を施設記録（regulations）に書く。",
        "Write document, day, place, revisions, audits and the chapters of the template into the facility record (regulations).");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Regulations is not { } section)
            return RecordEvidence.Missing("regulations");
        RecordEvidence evidence = new(view, "regulations");
        evidence.Kept("document", section.Document);
        evidence.Past("inForceFrom", section.InForceFrom);
        evidence.Written("readableAt", section.ReadableAt);
        evidence.AtLeast("revisions", 1, section.Revisions?.Count(r => r.On <= view.AsOf.Date) ?? 0);
        evidence.Recent("audits", (section.Audits ?? []).Where(a => a.On <= view.AsOf.Date).Max(a => (DateTime?)a.On), settings.AuditMonths);
        IReadOnlyDictionary<int, string> chapters = section.TemplateChapters ?? new Dictionary<int, string>();
        for (int i = 1; i <= RegulationSection.Chapters; i++)
            evidence.Written("templateChapters[" + i.ToString(CultureInfo.InvariantCulture) + "]", chapters.TryGetValue(i, out string? own) ? own : null);
        return evidence.ToVerdict();
    }
}
