namespace MedHardening.Checks.Facility;

/// <summary>The regulations forbid to reuse passwords, and people were told. Written regulations without such a rule contradict a はい.</summary>
internal sealed class PasswordReuseRule : FacilityCheck<PasswordReuseRule.Settings>
{
    public sealed record Settings
    {
        /// <summary>How many months ago people may have been told. The checklist gives no number.</summary>
        [Baselines.Within(1, 60)]
        public int TrainingMonths { get; init; } = 12;
    }

    public override string Id => "password-reuse-rule";

    public override string Item => "password-reuse";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("パスワードの使い回しの禁止が規程にあり、周知している", "The regulations forbid to reuse passwords, and people were told");

    public override Text Remedy => new(
        "規程に使い回しの禁止を定めて条番号を regulations.articles に書き、周知の記録を education に書く。",
        "Forbid it in the regulations, write the article into regulations.articles, and the training into education.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Regulations is not { Articles: not null } regulations)
            return RecordEvidence.Missing("regulations.articles");
        RecordEvidence evidence = new(view, "regulations.articles");
        if (view.Profile.Find(Item) is { } item && regulations.ArticleOf(item, view.Profile) is { } article)
            evidence.For("[" + Item + "]", Operators.Exists, "", article);
        else
            evidence.Against("[" + Item + "]", Operators.Exists, "", Evidence.Absent);
        evidence.Recent("education", TrainingRecords.Last(view, Item), settings.TrainingMonths);
        return evidence.ToVerdict();
    }
}
