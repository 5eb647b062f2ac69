using System.Linq;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>
/// A warning: plans for two factors end by the earlier day that the next version of the guideline names, which the form of the year
/// does not ask for.
/// </summary>
internal sealed class TwoFactorReferenceDay : FacilityCheck<TwoFactorReferenceDay.Settings>
{
    public sealed record Settings;

    public override string Id => "two-factor-reference-day";

    public override string Item => "two-factor";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("二要素認証の計画がガイドラインの基準日に間に合う", "Plans for two factors meet the guideline's reference day");

    public override Text Remedy => new(
        "計画を早める。様式の期日には間に合っているが、次の版のガイドラインの基準日に間に合わない。",
        "Bring the plan forward: it meets the form's day, and misses the reference day of the guideline's next version.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.TwoFactor?.Systems is not { } systems || view.Profile.Find(Item)?.Deadline?.WarnAfter is not { } day)
            return Verdict.NotApplicable("NoPlan");
        TwoFactorSection.SignIn[] planned = systems.Where(s => !s.HasTwoFactors && s.Plan?.By is not null).ToArray();
        if (planned.Length == 0)
            return Verdict.NotApplicable("NoPlan");
        RecordEvidence evidence = new(view, "twoFactor");
        foreach (TwoFactorSection.SignIn system in planned)
        {
            string key = "systems[" + system.Name + "].plan.by";
            if (system.Plan!.By > day)
                evidence.Against(key, Operators.AtMost, RecordEvidence.Day(day), RecordEvidence.Day(system.Plan.By));
            else
                evidence.For(key, Operators.AtMost, RecordEvidence.Day(day), RecordEvidence.Day(system.Plan.By));
        }

        return evidence.ToVerdict();
    }
}
