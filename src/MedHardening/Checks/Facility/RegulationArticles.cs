using System.Linq;
using MedHardening.Checklist;

namespace MedHardening.Checks.Facility;

/// <summary>
/// Every item of the sections before it has an article in the 運用管理規程. Rules without an article for an item contradict a はい;
/// rules that nobody has described do not.
/// </summary>
internal sealed class RegulationArticles : FacilityCheck<RegulationArticles.Settings>
{
    public sealed record Settings;

    public override string Id => "regulation-articles";

    public override string Item => "regulations";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("1から3のすべての項目に運用管理規程の条番号がある", "Every item of sections 1 to 3 has an article in the regulations");

    public override Text Remedy => new(
        "規程に定めて、項目ごとの条番号を施設記録（regulations.articles）に書く。",
        "Lay it down in the regulations and write the article of each item into the facility record (regulations.articles).");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Regulations is not { Articles: not null } section)
            return RecordEvidence.Missing("regulations.articles");
        RecordEvidence evidence = new(view, "regulations.articles");
        ChecklistItem? own = view.Profile.Find(Item);
        foreach (ChecklistItem item in view.Profile.Items.Where(i => i.Section.Number < own?.Section.Number))
        {
            if (section.ArticleOf(item, view.Profile) is { } article)
                evidence.For("[" + item.Number + "]", Operators.Exists, "", article);
            else
                evidence.Against("[" + item.Number + "]", Operators.Exists, "", Evidence.Absent);
        }

        return evidence.ToVerdict();
    }
}
