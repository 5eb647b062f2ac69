namespace MedHardening.Checks.Facility;

/// <summary>A backup has been restored to see whether it works, lately, and it did. An empty list of tests (<c>[]</c>) contradicts a はい.</summary>
internal sealed class RestoreTests : FacilityCheck<RestoreTests.Settings>
{
    public sealed record Settings
    {
        /// <summary>How many months ago the last test may have been. The checklist gives no number.</summary>
        [Baselines.Within(1, 60)]
        public int MaxMonths { get; init; } = 12;
    }

    public override string Id => "restore-tests";

    public override string Item => "backup";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("復元試験を行い、復元できている", "A restore has been tried and worked");

    public override Text Remedy => new(
        "バックアップから復元できることを試し、日付・対象・結果・所要時間・立会者を施設記録（backup.restoreTests）に書く。",
        "Try a restore and write day, target, result, minutes and witness into the facility record (backup.restoreTests).");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Backup is not { RestoreTests: not null } section)
            return RecordEvidence.Missing("backup.restoreTests");
        RecordEvidence evidence = new(view, "backup.restoreTests");
        if (section.LastTest(view.AsOf) is not { } last)
        {
            evidence.Against("", Operators.Exists, "", Evidence.Absent);
            return evidence.ToVerdict();
        }

        string key = "[" + RecordEvidence.Day(last.On) + "]";
        evidence.Recent(key, last.On, settings.MaxMonths);
        if (last.Restored)
            evidence.For(key + ".restored", Operators.Equals, "true", "true");
        else
            evidence.Against(key + ".restored", Operators.Equals, "true", "false");
        evidence.Named(key + ".witness", last.Witness);
        return evidence.ToVerdict();
    }
}
