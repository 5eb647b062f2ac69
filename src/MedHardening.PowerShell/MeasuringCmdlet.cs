using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Checklist;
using MedHardening.Fleet;

namespace MedHardening.PowerShell;

/// <summary>A cmdlet that measures computers, or judges recordings of them.</summary>
public abstract class MeasuringCmdlet : TargetCmdlet
{
    /// <summary>Folder of recordings to judge instead of the computers; without ledger and names all of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Snapshot { get; set; }

    private protected sealed override bool HasOtherSource => Snapshot is not null;

    private protected sealed override bool IsForThisComputer => true;

    /// <summary>Computers in the role of <see cref="TargetCmdlet.Role"/>.</summary>
    private protected IReadOnlyList<LedgerComputer> InRole(IEnumerable<string> names) =>
        names.Select(n => new LedgerComputer(n, n, Roles.Parse(Role), Handling.ReadOnly, 0)).ToArray();
}
