using System;
using System.Linq;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>Each contracted system has a 医療情報セキュリティ開示書（MDS/SDS） that is there and unchanged.</summary>
internal sealed class DisclosureStatements : FacilityCheck<DisclosureStatements.Settings>
{
    public sealed record Settings;

    public override string Id => "disclosure-statements";

    public override string Item => "mds-sds";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("契約したシステムごとに MDS/SDS を受け取っている", "There is an MDS/SDS for every contracted system");

    public override Text Remedy => new(
        "未提出の事業者に督促し、受け取った開示書を施設記録（vendors の systems）に書く。",
        "Remind the vendor, and write the statement into the facility record (vendors, systems) when it comes.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        FacilitySections sections = view.Sections;
        if (sections.Vendors is null && !sections.NoVendorContracts)
            return RecordEvidence.Missing("vendors");
        Vendor[] contracted = (sections.Vendors ?? []).Where(v => v.Contract).ToArray();
        if (contracted.Length == 0)
            return Verdict.NotApplicable("NoVendorContract");
        RecordEvidence evidence = new(view, "vendors");
        foreach (Vendor vendor in contracted)
        {
            evidence.AtLeast("[" + vendor.Name + "].systems", 1, vendor.Systems?.Count ?? 0);
            foreach (VendorSystem system in vendor.Systems ?? [])
                Statement("[" + vendor.Name + "].systems[" + system.Name + "].disclosure", system, evidence);
        }

        foreach (string unknown in view.Ledger
            .Select(c => c.Vendor).OfType<string>()
            .Where(v => !(sections.Vendors ?? []).Any(k => k.Name == v))
            .Distinct(StringComparer.Ordinal))
        {
            evidence.Open("[" + unknown + "]", Operators.Exists, "vendors", Evidence.Absent);
        }

        return evidence.ToVerdict();
    }

    private static void Statement(string key, VendorSystem system, RecordEvidence evidence)
    {
        if (system.Disclosure?.Path is not null)
        {
            evidence.Kept(key, system.Disclosure);
            evidence.Past(key + ".receivedOn", system.ReceivedOn);
        }
        else
        {
            evidence.Against(key, Operators.Exists, "", Evidence.Absent);
        }
    }
}
