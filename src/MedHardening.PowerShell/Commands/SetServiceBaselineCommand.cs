using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Checklist;
using MedHardening.Fleet;
using MedHardening.Services;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Brings services to what a baseline says: those with approved: false are stopped and disabled, those with approved: true get their
/// start type. What nobody has decided about is left alone, and nothing is deleted.
/// </summary>
[Cmdlet(VerbsCommon.Set, "ServiceBaseline", DefaultParameterSetName = ByLedger, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ComputerChange))]
public sealed class SetServiceBaselineCommand : ChangingCmdlet
{
    /// <summary>A baseline of Export-ServiceBaseline with decisions in it.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Services that must not be stopped besides those that no Windows can do without, such as the EHR's; * for any characters.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Protect { get; set; } = [];

    /// <summary>Facility record, whose protectedServices count as <see cref="Protect"/>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Facility { get; set; }

    private protected override ChangeIntent Intent()
    {
        ServiceBaseline baseline = this.ReadServiceBaseline(Path);
        if ((baseline.Services ?? []).All(s => baseline.IsApproved(s) is null))
            throw this.End(ErrorRecords.NothingDecided(this.FullPath(Path)));
        StatusFiles files = new(this);
        string[] alsoProtected = Facility is null ? Protect : [.. Protect, .. files.ReadFacility(Facility).ProtectedServices];
        IReadOnlyList<LedgerComputer> computers = Ledger is null ? Named : Selected(files.ReadLedger(Ledger));
        return new ChangeIntent(
            new ServicePlanner(baseline, alsoProtected, Force), computers.Where(c => c.Role != Roles.Network).ToArray(),
            ServiceBaselineReader.ReferenceOf(this.FullPath(Path)));
    }
}
