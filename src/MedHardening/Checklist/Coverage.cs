using System.Collections.Generic;
using System.Linq;
using MedHardening.Fleet;

namespace MedHardening.Checklist;

/// <summary>
/// What became of the computers in scope: a partition of the ledger's rows, so the parts always add up to
/// <see cref="Ledger"/>. Network devices are not among them.
/// </summary>
public sealed record Coverage(
    int Ledger, int Measured, int Partly, int Unreachable, int Denied, int Failed, int NotAttempted, int NotWindows)
{
    public static Coverage Of(IReadOnlyCollection<ComputerOutcome> outcomes)
    {
        int Count(ComputerOutcome outcome) => outcomes.Count(o => o == outcome);
        return new Coverage(
            outcomes.Count,
            Count(ComputerOutcome.Measured),
            Count(ComputerOutcome.PartlyMeasured),
            Count(ComputerOutcome.Unreachable),
            Count(ComputerOutcome.Denied),
            Count(ComputerOutcome.Failed),
            Count(ComputerOutcome.NotAttempted),
            Count(ComputerOutcome.NotWindows));
    }
}
