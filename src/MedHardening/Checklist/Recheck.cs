using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist.Records;
using MedHardening.Checks;

namespace MedHardening.Checklist;

/// <summary>Why a person should look again at an answer (要再確認). The answer itself is never changed.</summary>
/// <param name="Code">Stable word in PascalCase; its words are in the reports.</param>
/// <param name="Detail">What it is about, such as the path of a document; null when the code says all.</param>
public sealed record Recheck(string Code, string? Detail)
{
    /// <summary>The code of a はい that a measurement or the record contradicts.</summary>
    public const string Contradicted = "Contradicted";

    internal static IReadOnlyList<Recheck> Of(Attestation answer, Proposal proposal, RowFacts facts, FiscalYear year, DateTime asOf, DocumentFiles documents) =>
    [
        .. answer.Answer == Answer.Yes ? OfYes(proposal, facts) : OfNo(answer, asOf),
        .. OfSignature(answer, year, asOf),
        .. OfEvidence(answer, facts, documents),
    ];

    private static IEnumerable<Recheck> OfYes(Proposal proposal, RowFacts facts)
    {
        if (proposal == Proposal.No)
        {
            yield return new(Contradicted, null);
        }

        if (facts.HasUnmeasuredComputer)
        {
            yield return new("ComputersNotMeasured", null);
        }

        if (facts.Refuting.Any(r => r.Outcome == Outcome.Unknown && !r.Verdict.LacksRecord))
        {
            yield return new("ResultsUnknown", null);
        }

        if (facts.Refuting.Any(r => r.Outcome == Outcome.Unknown && r.Verdict.LacksRecord))
        {
            yield return new(Verdict.RecordIncomplete, null);
        }
    }

    private static IEnumerable<Recheck> OfNo(Attestation answer, DateTime asOf)
    {
        if (answer.TargetDate is not { } target)
        {
            yield return new("TargetDateMissing", null);
        }
        else if (target < asOf.Date)
        {
            yield return new("TargetDatePassed", null);
        }
    }

    private static IEnumerable<Recheck> OfSignature(Attestation answer, FiscalYear year, DateTime asOf)
    {
        if (answer.By is not { IsNamed: true })
        {
            yield return new("PersonMissing", null);
        }

        if (answer.ConfirmedOn is not { } day)
        {
            yield return new("ConfirmationDateMissing", null);
        }
        else if (day > asOf.Date)
        {
            yield return new("ConfirmedLater", null);
        }
        else if (!year.Contains(day))
        {
            yield return new("ConfirmedInAnotherYear", null);
        }
    }

    // Where a check or a document supports a はい, there is evidence; an answer alone is none.
    private static IEnumerable<Recheck> OfEvidence(Attestation answer, RowFacts facts, DocumentFiles documents)
    {
        if (answer is { Answer: Answer.Yes, Evidence.Count: 0 } && facts.Refuting.Count == 0)
        {
            yield return new("EvidenceMissing", null);
        }

        foreach (DocumentState state in answer.Evidence.Select(documents.StateOf).Where(s => s.Problem != DocumentProblem.None))
        {
            yield return new("Document" + state.Problem, state.Document.Path);
        }
    }
}
