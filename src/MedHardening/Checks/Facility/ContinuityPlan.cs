using System;
using System.Linq;

namespace MedHardening.Checks.Facility;

/// <summary>There is an approved plan for cyber attacks with the criteria of its start, a completed 確認表, and drills.</summary>
internal sealed class ContinuityPlan : FacilityCheck<ContinuityPlan.Settings>
{
    public sealed record Settings
    {
        /// <summary>How many months ago the last drill may have been. The checklist gives no number.</summary>
        [Baselines.Within(1, 60)]
        public int DrillMonths { get; init; } = 12;
    }

    public override string Id => "continuity-plan";

    public override string Item => "bcp";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("サイバー攻撃を想定したBCPが承認され、訓練している", "A business continuity plan for cyber attacks is approved and practised");

    public override Text Remedy => new(
        "BCP本文、承認者と承認日、発動の判断基準、確認表、訓練の記録を施設記録（bcp）に書く。",
        "Write the plan, its approval, the criteria of its start, the completed check table and the drills into the facility record (bcp).");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Bcp is not { } section)
            return RecordEvidence.Missing("bcp");
        RecordEvidence evidence = new(view, "bcp");
        evidence.Kept("document", section.Document);
        evidence.Named("approvedBy", section.ApprovedBy);
        evidence.Past("approvedOn", section.ApprovedOn);
        evidence.Written("triggers", section.Triggers);
        evidence.Kept("checkTable", section.CheckTable);
        evidence.Recent("drills", (section.Drills ?? []).Where(d => d.On <= view.AsOf.Date).Max(d => (DateTime?)d.On), settings.DrillMonths);
        return evidence.ToVerdict();
    }
}
