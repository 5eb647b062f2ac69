using System.Collections.Generic;

namespace MedHardening.Checklist.Records;

/// <summary>What a facility has written down, item by item. A section that is null was not written.</summary>
public record FacilitySections
{
    public SafetyOfficerSection? SafetyOfficer { get; init; }

    public AssetLedgerSection? AssetLedger { get; init; }

    /// <summary>True where no vendor has a contract: 2-② and the vendors' forms are not required then.</summary>
    public bool NoVendorContracts { get; init; }

    public IReadOnlyList<Vendor>? Vendors { get; init; }

    public IReadOnlyList<NetworkDevice>? NetworkDevices { get; init; }

    public RemovableMediaSection? RemovableMedia { get; init; }

    public TwoFactorSection? TwoFactor { get; init; }

    public AccessLogSection? AccessLog { get; init; }

    public NetworkSection? Network { get; init; }

    public ContactSection? Contacts { get; init; }

    public BackupSection? Backup { get; init; }

    public BcpSection? Bcp { get; init; }

    public RegulationSection? Regulations { get; init; }

    public IReadOnlyList<Training>? Education { get; init; }

    public IReadOnlyList<ProcurementClause>? Procurement { get; init; }
}
