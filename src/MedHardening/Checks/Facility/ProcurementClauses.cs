using System.Linq;
using MedHardening.Checklist;

namespace MedHardening.Checks.Facility;

/// <summary>提案依頼書・要求仕様書 ask vendors for every item; where a clause is missing, the profile's template text is offered.</summary>
internal sealed class ProcurementClauses : FacilityCheck<ProcurementClauses.Settings>
{
    public sealed record Settings;

    public override string Id => "procurement-clauses";

    public override string Item => "regulations";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("調達の仕様書に項目ごとの条項がある", "Specifications for procurement have a clause for every item");

    public override Text Remedy => new(
        "期待値の文例を提案依頼書・要求仕様書に入れ、施設記録（procurement）に書く。調達しない項目は該当なしと理由を書く。",
        "Put the template text into requests for proposals and write it into the facility record (procurement); where nothing is bought, say so and why.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Procurement is not { } clauses)
            return RecordEvidence.Missing("procurement");
        RecordEvidence evidence = new(view, "procurement");
        foreach (ChecklistItem item in view.Profile.Items.Where(i => i.Procurement is not null))
        {
            string key = "[" + item.Number + "]";
            if (clauses.FirstOrDefault(c => view.Profile.Find(c.Item) == item) is { } clause)
                evidence.For(key, Operators.Exists, item.Procurement!, clause.Clause);
            else
                evidence.Open(key, Operators.Exists, item.Procurement!, Evidence.Absent);
        }

        return evidence.ToVerdict();
    }
}
