using System.Collections.Generic;
using MedHardening.Changes;
using MedHardening.Checklist;
using MedHardening.Fleet;

namespace MedHardening.PowerShell;

/// <summary>What a cmdlet wants, of which computers.</summary>
/// <param name="baseline">The baseline that the changes come from, if any.</param>
internal sealed class ChangeIntent(HostPlanner planner, IReadOnlyList<LedgerComputer> computers, BaselineReference? baseline)
{
    public HostPlanner Planner => planner;

    public IReadOnlyList<LedgerComputer> Computers => computers;

    public BaselineReference? Baseline => baseline;
}
