using System.Linq;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>There are rules for media, people were taught them, allowed media are registered, and vendors have stated what restricts them.</summary>
internal sealed class RemovableMediaRules : FacilityCheck<RemovableMediaRules.Settings>
{
    public sealed record Settings
    {
        /// <summary>How many months ago people may have been taught. The checklist gives no number.</summary>
        [Baselines.Within(1, 60)]
        public int TrainingMonths { get; init; } = 12;
    }

    public override string Id => "removable-media-rules";

    public override string Item => "removable-storage";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "外部媒体の規程・教育・許可媒体台帳・事業者の説明がある", "There are rules, training, a register and vendors' statements about removable media");

    public override Text Remedy => new(
        "規程、教育の記録、許可媒体台帳（なければ noneAllowed: true）、事業者の説明を施設記録に書く。",
        "Write rules, training, the register (or noneAllowed: true) and the vendors' statements into the facility record.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.RemovableMedia is not { } section)
            return RecordEvidence.Missing("removableMedia");
        RecordEvidence evidence = new(view, "removableMedia");
        evidence.Kept("rules", section.Rules);
        evidence.Recent("education", TrainingRecords.Last(view, Item), settings.TrainingMonths);
        if (!section.NoneAllowed)
            evidence.AtLeast("register", 1, section.Register?.Count ?? 0);
        foreach (RemovableMediaSection.AllowedMedium medium in section.Register ?? [])
            evidence.Past("register[" + medium.Serial + "].approvedOn", medium.ApprovedOn);
        foreach (Vendor vendor in (view.Sections.Vendors ?? []).Where(v => v.Contract))
            evidence.Kept("vendors[" + vendor.Name + "].mediaStatement", vendor.MediaStatement);
        return evidence.ToVerdict();
    }
}
