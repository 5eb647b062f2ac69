using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>
/// What care needs is known, and its copies follow the 3-2-1 rule: three copies, two media, one elsewhere; several generations, one
/// of them out of an attacker's reach; with an order and a procedure of recovery that can be read during an outage.
/// </summary>
internal sealed class BackupPlan : FacilityCheck<BackupPlan.Settings>
{
    public sealed record Settings
    {
        /// <summary>Copies in all, the original among them: the 3 of 3-2-1.</summary>
        [Baselines.Within(2, 10)]
        public int MinCopies { get; init; } = 3;

        /// <summary>Kinds of media: the 2 of 3-2-1.</summary>
        [Baselines.Within(1, 5)]
        public int MinMedia { get; init; } = 2;

        /// <summary>Generations of the copy that has most.</summary>
        [Baselines.Within(1, 1000)]
        public int MinGenerations { get; init; } = 3;
    }

    public override string Id => "backup-plan";

    public override string Item => "backup";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("バックアップの計画と復旧手順が記録されている", "The plan for backups and recovery is on record");

    public override Text Remedy => new(
        "必要な情報、複製（媒体・場所・世代・オフライン）、復旧の順序と手順書、停止中に読める場所を施設記録（backup）に書く。",
        "Write what care needs, the copies (medium, place, generations, offline), order and procedure of recovery and where it can be read during an outage into the facility record (backup).");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Backup is not { } section)
            return RecordEvidence.Missing("backup");
        RecordEvidence evidence = new(view, "backup");
        evidence.AtLeast("neededForCare", 1, section.NeededForCare?.Count ?? 0);
        evidence.AtLeast("purposes", 1, section.Purposes?.Distinct().Count() ?? 0);
        Copies(section.Copies ?? [], evidence, settings);
        evidence.AtLeast("recoveryOrder", 1, section.RecoveryOrder?.Count ?? 0);
        evidence.Kept("procedure", section.Procedure);
        evidence.Kept("vendorProcedure", section.VendorProcedure);
        evidence.Written("readableAt", section.ReadableAt);
        return evidence.ToVerdict();
    }

    private static void Copies(IReadOnlyList<BackupSection.BackupCopy> copies, RecordEvidence evidence, Settings settings)
    {
        evidence.AtLeast("copies", settings.MinCopies - 1, copies.Count);
        evidence.AtLeast("copies.medium", settings.MinMedia, copies.Select(c => c.Medium).Distinct().Count());
        evidence.AtLeast("copies.offsite", 1, copies.Count(c => c.Offsite));
        evidence.AtLeast("copies.offline", 1, copies.Count(c => c.Offline || c.Immutable));
        evidence.AtLeast("copies.generations", settings.MinGenerations, copies.Max(c => c.Generations) ?? 0);
        foreach (BackupSection.BackupCopy copy in copies.Where(c => c.EveryDays is null))
            evidence.Open("copies[" + copy.Name + "].everyDays", Operators.Exists, "", Evidence.Absent);
    }
}
