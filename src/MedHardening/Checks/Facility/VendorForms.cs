using System.Linq;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>
/// Each vendor under contract has handed in its own form (事業者確認用, one a vendor: 令和7年度版マニュアル案 3ページ), which is there and
/// unchanged. Inspectors ask for it; it decides no row of ours.
/// </summary>
internal sealed class VendorForms : FacilityCheck<VendorForms.Settings>
{
    public sealed record Settings;

    public override string Id => "vendor-forms";

    public override string Item => "remote-maintenance";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("事業者ごとに事業者確認用チェックリストを受け取っている", "Every vendor has handed in its own checklist");

    public override Text Remedy => new(
        "事業者に記入を求め、受け取ったファイルを施設記録（vendors の form）に書く。",
        "Ask the vendor to fill it in, and write the file into the facility record (vendors, form).");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Vendors is null && !view.Sections.NoVendorContracts)
            return RecordEvidence.Missing("vendors");
        RecordEvidence evidence = new(view, "vendors");
        Vendor[] contracted = (view.Sections.Vendors ?? []).Where(v => v.Contract).ToArray();
        foreach (Vendor vendor in contracted)
            evidence.Kept("[" + vendor.Name + "].form", vendor.Form);
        return contracted.Length == 0 ? Verdict.NotApplicable("NoVendorContract") : evidence.ToVerdict();
    }
}
