using System;
using System.Linq;
using System.Management.Automation;
using MedHardening.Changes;
using MedHardening.Checklist;
using MedHardening.Fleet;

namespace MedHardening.PowerShell.Commands;

/// <summary>Makes computers what a baseline demands, as far as its checks can repair them.</summary>
[Cmdlet(VerbsCommon.Set, "MedBaseline", DefaultParameterSetName = ByLedger, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ComputerChange))]
public sealed class SetMedBaselineCommand : ChangingCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Baseline { get; set; } = "";

    /// <summary>The facility record: computers with a valid exception are left as they are.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Facility { get; set; }

    /// <summary>Numbers (2-11, 2-⑪) or keys of items; none is all that can be repaired.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ItemCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Item { get; set; } = [];

    private protected override ChangeIntent Intent()
    {
        StatusRequest request = new StatusFiles(this).Read(Baseline, Facility, Ledger, Named, JapanTime.Day(DateTimeOffset.UtcNow));
        request = request with { Items = Item.Select(i => request.Profile.Find(i)?.Key ?? throw Unknown(i, request.Profile)).ToArray() };
        BaselinePlanner planner = new(request);
        if (!planner.CanRepair)
        {
            throw this.End(ErrorRecords.NothingRepairable(
                BaselinePlanner.RepairableItems.Select(key => ItemNumber.Typed(request.Profile.Find(key)?.Number ?? key))));
        }
        LedgerComputer[] computers = (Ledger is null ? request.Ledger : Selected(request.Ledger)).Where(c => c.Role != Roles.Network).ToArray();
        return new ChangeIntent(planner, computers, request.Baseline.Reference);
    }

    private Exception Unknown(string item, ChecklistProfile profile) =>
        this.End(ErrorRecords.UnknownItem(item, profile.Items.Select(i => ItemNumber.Typed(i.Number))));
}
