using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;
using MedHardening.Fleet;

namespace MedHardening.Checks.Facility;

/// <summary>The 台帳 has an owner, was kept up lately, and has network devices as well as computers.</summary>
internal sealed class LedgerRecord : FacilityCheck<LedgerRecord.Settings>
{
    public sealed record Settings
    {
        /// <summary>How many months old the last update may be. The checklist gives no number.</summary>
        [Baselines.Within(1, 60)]
        public int MaxMonths { get; init; } = 12;
    }

    public override string Id => "ledger-record";

    public override string Item => "asset-ledger";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("台帳に管理者と更新日があり、ネットワーク機器も載っている", "The ledger has an owner, a recent update, and network devices");

    public override Text Remedy => new(
        "台帳にサーバ・端末PC・ネットワーク機器を載せ、管理者・更新日・保守計画を施設記録（assetLedger）に書く。",
        "List servers, client PCs and network devices in the ledger, and write owner, update and maintenance plan into the facility record (assetLedger).");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        RecordEvidence evidence = new(view, "assetLedger");
        AssetLedgerSection section = view.Sections.AssetLedger ?? new();
        // A computer that was named at the command line stands in no line of a ledger.
        LedgerComputer[] written = view.Ledger.Where(c => c.Line > 0).ToArray();
        evidence.AtLeast("[server, client]", 1, written.Count(c => c.Role != Roles.Network));
        evidence.AtLeast("[network]", 1, written.Count(c => c.Role == Roles.Network));
        evidence.Named("owner", section.Owner);
        evidence.Recent("updatedOn", section.UpdatedOn, settings.MaxMonths);
        evidence.Kept("maintenancePlan", section.MaintenancePlan);
        return evidence.ToVerdict();
    }
}
