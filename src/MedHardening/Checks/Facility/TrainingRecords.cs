using System;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>People were taught about every item within the last months, and the record of it is there (運用管理規程 項目例 11章).</summary>
internal sealed class TrainingRecords : FacilityCheck<TrainingRecords.Settings>
{
    public sealed record Settings
    {
        /// <summary>How many months ago people may have been taught. The checklist gives no number.</summary>
        [Baselines.Within(1, 60)]
        public int MaxMonths { get; init; } = 12;
    }

    public override string Id => "training-records";

    public override string Item => "regulations";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("項目ごとに教育の記録がある", "There is a record of training for every item");

    public override Text Remedy => new("教育の日・対象者・項目・記録を施設記録（education）に書く。", "Write day, audience, items and record of the training into the facility record (education).");

    /// <summary>The last day, not after the judgement, on which people were taught about an item; null when there is none.</summary>
    internal static DateTime? Last(FacilityView view, string key)
    {
        ChecklistItem? item = view.Profile.Items.FirstOrDefault(i => i.Key == key);
        return item is null ? null : (view.Sections.Education ?? [])
            .Where(t => t.On <= view.AsOf.Date && t.IsAbout(item, view.Profile))
            .Max(t => (DateTime?)t.On);
    }

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Education is not { } trainings)
            return RecordEvidence.Missing("education");
        RecordEvidence evidence = new(view, "education");
        foreach (ChecklistItem item in view.Profile.Items)
            evidence.Recent("[" + item.Number + "]", Last(view, item.Key), settings.MaxMonths);
        foreach (Training training in trainings)
            evidence.Kept("[" + RecordEvidence.Day(training.On) + "].document", training.Document);
        return evidence.ToVerdict();
    }
}
