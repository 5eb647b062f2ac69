using System;
using System.Collections.Generic;
using MedHardening.Checklist;
using MedHardening.Fleet;

namespace MedHardening.Checks;

/// <summary>A check of the facility itself: its record, its ledger, and what the other checks found.</summary>
public abstract class FacilityCheck : Check
{
    public abstract Verdict Evaluate(FacilityView view, object settings);
}

/// <summary>What a facility check may look at. The only clock is <see cref="AsOf"/>.</summary>
public sealed record FacilityView(
    FacilityRecord? Record,
    IReadOnlyList<LedgerComputer> Ledger,
    IReadOnlyList<ComputerResult> Computers,
    IReadOnlyList<CheckResult> Results,
    DateTime AsOf);
