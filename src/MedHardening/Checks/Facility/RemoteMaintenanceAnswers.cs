using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>
/// Every vendor under contract has said this year whether it maintains from afar, and no software for remote control was found
/// where no vendor said so. Without contracts the row is not required (令和7年度版マニュアル案 7ページ).
/// </summary>
internal sealed class RemoteMaintenanceAnswers : FacilityCheck<RemoteMaintenanceAnswers.Settings>
{
    // The host check that names the products it found, approved or not.
    private const string Found = "remote-control-software";

    public sealed record Settings;

    public override string Id => "remote-maintenance-answers";

    public override string Item => "remote-maintenance";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("リモート保守の有無を事業者ごとに確認している", "Every vendor has been asked about remote maintenance");

    public override Text Remedy => new(
        "事業者ごとに照会し、回答日・回答者・対象機器を施設記録（vendors の remoteMaintenance）に書く。契約がなければ noVendorContracts: true。",
        "Ask each vendor; write day, person and devices into the facility record (vendors, remoteMaintenance). Without contracts: noVendorContracts: true.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        FacilitySections sections = view.Sections;
        if (sections.Vendors is null && !sections.NoVendorContracts)
            return RecordEvidence.Missing("vendors");
        RecordEvidence evidence = new(view, "vendors");
        Vendor[] contracted = (sections.Vendors ?? []).Where(v => v.Contract).ToArray();
        bool any = Mentioned(view, contracted, evidence);
        if (contracted.Length == 0 && !any)
            return Verdict.NotApplicable("NoVendorContract");
        foreach (Vendor vendor in contracted)
            Answer(vendor, evidence, view);
        return evidence.ToVerdict();
    }

    private static void Answer(Vendor vendor, RecordEvidence evidence, FacilityView view)
    {
        string key = "[" + vendor.Name + "].remoteMaintenance";
        RemoteMaintenance answer = vendor.RemoteMaintenance ?? new();
        FiscalYear year = view.Profile.FiscalYear;
        evidence.Written(key + ".used", answer.Used?.ToString().ToLowerInvariant());
        evidence.Named(key + ".by", answer.By);
        evidence.Past(key + ".answeredOn", answer.AnsweredOn);
        if (answer.AnsweredOn is { } day && !year.Contains(day))
            evidence.Open(key + ".answeredOn", Operators.SubsetOf, year.Wareki, RecordEvidence.Day(day));
    }

    private static bool Mentioned(FacilityView view, IReadOnlyList<Vendor> vendors, RecordEvidence evidence)
    {
        bool any = false;
        foreach (CheckResult result in view.Results.Where(r => r.Check.Id == Found && r.Outcome != Outcome.Excepted))
        {
            foreach (Evidence found in result.Verdict.Evidence.Where(e => e.Operator == Operators.SubsetOf && e.Actual != Evidence.Absent))
            {
                any = true;
                if (!vendors.Any(v => v.RemoteMaintenance is { Used: true } answer && answer.Mentions(result.Subject.Name)))
                    evidence.Against("remoteMaintenance.hosts", Operators.Exists, result.Subject.Name, found.Actual);
            }
        }

        return any;
    }
}
