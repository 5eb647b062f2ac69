using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checks;

namespace MedHardening.Checklist;

/// <summary>
/// The rule that turns results into the proposal of a row, as one table. The first line that matches decides:
/// a measurement may refute a はい, it never makes one by itself. A record that people have not completed calls for a person
/// (確認書が必要), as an answer that nobody signed does; it is no measurement that failed.
/// </summary>
internal static class RowRule
{
    private static readonly (Func<RowFacts, bool> When, Proposal Then)[] s_table =
    [
        (row => row.Refuting.Any(r => r.Outcome == Outcome.Fail), Proposal.No),
        (row => row.Refuting.Any(r => r.Outcome == Outcome.Unknown && !r.Verdict.LacksRecord) || row.HasUnmeasuredComputer, Proposal.Undetermined),
        (row => row.Refuting.Any(r => r.Outcome == Outcome.Unknown) || !row.HasCompleteAttestation, Proposal.AttestationNeeded),
        (_ => true, Proposal.YesCandidate),
    ];

    public static Proposal Decide(RowFacts row) => s_table.First(line => line.When(row)).Then;
}

/// <summary>What the rule looks at. Covered results are Excepted already; covered computers are not unmeasured.</summary>
/// <param name="Refuting">Results of the row's refuting checks. Supporting checks inform and never decide.</param>
internal sealed record RowFacts(
    IReadOnlyList<CheckResult> Refuting, bool HasUnmeasuredComputer, bool HasCompleteAttestation);
