using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>A 医療情報システム安全管理責任者 is named, appointed, in office on the day of the judgement, and the appointment is on paper.</summary>
internal sealed class AppointedOfficer : FacilityCheck<AppointedOfficer.Settings>
{
    public sealed record Settings;

    public override string Id => "appointed-officer";

    public override string Item => "safety-officer";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "医療情報システム安全管理責任者の任命が記録されている", "The appointment of the person responsible for safety management is on record");

    public override Text Remedy => new(
        "氏名・役職・任命日・任命書を施設記録（facility.officer、safetyOfficer）に書く。退任したときは後任を任命する。",
        "Write name, title, day and document of the appointment into the facility record (facility.officer, safetyOfficer). When the person leaves, appoint a successor.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        RecordEvidence evidence = new(view, "safetyOfficer");
        SafetyOfficerSection section = view.Sections.SafetyOfficer ?? new();
        evidence.Named("officer", view.Record?.Officer);
        evidence.Past("appointedOn", section.AppointedOn);
        if (section.Until is { } until && until < view.AsOf.Date)
            evidence.Open("until", Operators.AtLeast, RecordEvidence.Day(view.AsOf), RecordEvidence.Day(until));
        evidence.Kept("document", section.Document);
        return evidence.ToVerdict();
    }
}
