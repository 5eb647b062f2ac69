using System;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>
/// Every system is signed in to with two different factors (知識、所有、生体), or there is a plan with an owner and a day not after
/// the checklist's own.
/// </summary>
internal sealed class TwoFactorSignIn : FacilityCheck<TwoFactorSignIn.Settings>
{
    public sealed record Settings;

    public override string Id => "two-factor-sign-in";

    public override string Item => "two-factor";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("システムごとに二要素認証を実装しているか、期日のある計画がある", "Every system has two-factor sign-in or a dated plan");

    public override Text Remedy => new(
        "システムごとに認証の要素を施設記録（twoFactor）に書く。未実装なら、期日と担当者のある計画を立てる。",
        "Write the factors of each system into the facility record (twoFactor). Where there are not two, make a plan with day and owner.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.TwoFactor?.Systems is not { } systems)
            return RecordEvidence.Missing("twoFactor.systems");
        RecordEvidence evidence = new(view, "twoFactor");
        if (systems.Count == 0)
            evidence.Against("systems", Operators.AtLeast, "1", "0");
        DateTime? deadline = view.Profile.Find(Item)?.Deadline?.By;
        foreach (TwoFactorSection.SignIn system in systems)
            Judge(system, "systems[" + system.Name + "]", evidence, view, deadline);
        return evidence.ToVerdict();
    }

    private static void Judge(TwoFactorSection.SignIn system, string key, RecordEvidence evidence, FacilityView view, DateTime? deadline)
    {
        if (system.HasTwoFactors)
        {
            evidence.For(key + ".factors", Operators.AtLeast, "2", string.Join(", ", system.Factors!.Distinct().Select(f => WordAttribute.First(f))));
            evidence.Past(key + ".implementedOn", system.ImplementedOn);
            evidence.Kept(key + ".document", system.Document);
        }
        else if (system.Plan?.By is not { } by)
        {
            evidence.Against(key + ".plan", Operators.Exists, "", Evidence.Absent);
        }
        else if (by > deadline)
        {
            evidence.Against(key + ".plan.by", Operators.AtMost, RecordEvidence.Day(deadline), RecordEvidence.Day(by));
        }
        else if (by < view.AsOf.Date)
        {
            // The day of the plan has gone by and two factors are still not in use: it is no plan any more.
            evidence.Open(key + ".plan.by", Operators.AtLeast, RecordEvidence.Day(view.AsOf), RecordEvidence.Day(by));
        }
        else
        {
            evidence.For(key + ".plan.by", Operators.AtMost, RecordEvidence.Day(deadline), RecordEvidence.Day(by));
            evidence.Named(key + ".plan.owner", system.Plan.Owner);
            evidence.Kept(key + ".plan.document", system.Plan.Document);
        }
    }
}
