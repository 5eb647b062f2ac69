using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checks;

namespace MedHardening.Reports.Html;

/// <summary>The same finding of one check on many subjects, told once.</summary>
internal sealed record FindingGroup(
    Check Check, Outcome Outcome, string? Reason, string? ExceptionId, IReadOnlyList<FindingLine> Lines, IReadOnlyList<Subject> Subjects)
{
    /// <summary>Contradictions first, then what is not known, then what is excepted; supporting data after what decides.</summary>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<CheckResult> results) => results
        .Where(r => r.IsFinding())
        .InOrder()
        .GroupBy(r => (r.Check, r.Outcome, r.Verdict.Reason, r.ExceptionId))
        .OrderBy(g => g.Key.Outcome)
        .ThenBy(g => g.Key.Check.Bearing)
        .ThenBy(g => g.Key.Check.Id, StringComparer.Ordinal)
        .ThenBy(g => g.Key.Reason, StringComparer.Ordinal)
        .ThenBy(g => g.Key.ExceptionId, StringComparer.Ordinal)
        .Select(g => new FindingGroup(
            g.Key.Check, g.Key.Outcome, g.Key.Reason, g.Key.ExceptionId, FindingLine.Of(g), g.Select(r => r.Subject).ToArray()))
        .ToArray();
}

/// <summary>One piece of evidence that is not met and every subject that has it. A host with three such pieces is in three lines.</summary>
internal sealed record FindingLine(Evidence Evidence, IReadOnlyList<Subject> Subjects)
{
    /// <summary>Nothing was compared: the source tells what went wrong (<see cref="Verdict.Unknown(Cim.CimFault)"/>).</summary>
    public bool IsDetail => Evidence is { Outcome: Outcome.Unknown, Expected.Length: 0, Actual.Length: 0 };

    public static IReadOnlyList<FindingLine> Of(IEnumerable<CheckResult> results) => results
        .SelectMany(r => r.Verdict.Evidence
            .Where(e => e.Outcome is Outcome.Fail or Outcome.Unknown)
            .Distinct()
            .Select(e => (Evidence: e, r.Subject)))
        .GroupBy(pair => pair.Evidence, pair => pair.Subject)
        .Select(g => new FindingLine(g.Key, g.ToArray()))
        .OrderByDescending(line => line.Subjects.Count)
        .ThenBy(line => line.Evidence.Source, StringComparer.Ordinal)
        .ThenBy(line => line.Evidence.Expected, StringComparer.Ordinal)
        .ThenBy(line => line.Evidence.Actual, StringComparer.Ordinal)
        .ToArray();
}
