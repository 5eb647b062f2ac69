using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist.Records;
using MedHardening.Checks;
using MedHardening.Fleet;

namespace MedHardening.Checklist;

/// <summary>Joins results, coverage and people's answers into the rows of the form.</summary>
internal sealed class RowBuilder
{
    private readonly ChecklistProfile _profile;
    private readonly StatusRequest _request;
    private readonly Baseline _baseline;
    private readonly FacilityRecord? _record;
    private readonly DateTime _asOf;
    private readonly Exceptions _exceptions;
    private readonly DocumentFiles _documents;
    private readonly IReadOnlyList<ComputerResult> _computers;
    private readonly ILookup<string, CheckResult> _byItem;
    private readonly IReadOnlyList<HostCheck> _refuting;

    public RowBuilder(StatusRequest request, IReadOnlyList<Check> checks, IReadOnlyList<ComputerResult> computers, IReadOnlyList<CheckResult> results, DocumentFiles documents)
    {
        _request = request;
        _profile = request.Profile;
        _baseline = request.Baseline;
        _record = request.Facility;
        _asOf = request.AsOf;
        _documents = documents;
        _exceptions = new Exceptions(_record, _profile.FiscalYear, _asOf);
        _computers = computers;
        _byItem = results.ToLookup(r => r.Check.Item);
        _refuting = checks.OfType<HostCheck>().Where(c => c.Bearing == Bearing.Refutes).ToArray();
    }

    public ChecklistRow Build(ChecklistItem item, FormRow row)
    {
        Dictionary<string, ComputerResult> ofRow = _computers
            .Where(c => row.Roles.Contains(Official(c.Computer)))
            .ToDictionary(c => c.Computer.Name, StringComparer.OrdinalIgnoreCase);
        CheckResult[] results = _byItem[item.Key]
            .Where(r => r.Subject.Kind != SubjectKind.Computer || ofRow.ContainsKey(r.Subject.Name) || IsAboutNoComputer(row))
            .ToArray();
        CheckResult[] refuting = results.Where(r => r.Check.Bearing == Bearing.Refutes).ToArray();
        ILookup<string, CheckResult> byComputer = refuting
            .Where(r => r.Subject.Kind == SubjectKind.Computer)
            .ToLookup(r => r.Subject.Name, StringComparer.OrdinalIgnoreCase);
        ComputerResult[] scope = ofRow.Values.Where(c => ConcernedOf(c.Computer, item).Any()).ToArray();

        RowFacts facts = new(
            refuting,
            scope.Any(c => MissingOf(c, item, byComputer).Any(check => !IsCovered(check, row, c.Computer))),
            HasCompleteAttestation(row));
        Proposal proposal = RowRule.Decide(facts);
        Attestation? answer = AnswerTo(row);
        return new ChecklistRow(
            item,
            row,
            proposal,
            answer,
            Coverage.Of(scope.Select(c => OutcomeFor(c, byComputer[c.Computer.Name], MissingOf(c, item, byComputer).Any())).ToArray()),
            results)
        {
            Rechecks = answer is null ? [] : Recheck.Of(answer, proposal, facts, _profile.FiscalYear, _asOf, _documents),
        };
    }

    private Attestation? AnswerTo(FormRow row) => _record?.Attestations.FirstOrDefault(a => a.Row == row.Key);

    /// <summary>The refuting host checks of an item that concern a computer, also those that the baseline has switched off.</summary>
    private IEnumerable<HostCheck> ConcernedOf(LedgerComputer computer, ChecklistItem item) =>
        _refuting.Where(c => c.Item == item.Key && _request.Concerns(c, _baseline.Role(computer.Role)!));

    // Not reached, or switched off: either way nobody looked, and what nobody looked at supports no はい.
    private IEnumerable<HostCheck> MissingOf(ComputerResult computer, ChecklistItem item, ILookup<string, CheckResult> results) =>
        ConcernedOf(computer.Computer, item).Where(check => results[computer.Computer.Name].All(r => r.Check != check));

    // A line about network devices or about the organisation: what supports it may come from any computer.
    private static bool IsAboutNoComputer(FormRow row) => !row.Roles.Contains(Roles.Server) && !row.Roles.Contains(Roles.Client);

    private string Official(LedgerComputer computer) => _baseline.Role(computer.Role)!.Is;

    private bool IsCovered(HostCheck check, FormRow row, LedgerComputer computer) =>
        _exceptions.Find(check, computer.Name) is not null
        || (computer.Handling == Handling.NotContactable && _exceptions.HasVendorAnswer(row.Key, computer.Name));

    // A computer that was measured as a whole may still have left the questions of this row open.
    private static ComputerOutcome OutcomeFor(ComputerResult computer, IEnumerable<CheckResult> refuting, bool isMissing)
    {
        if (computer.Outcome is not (ComputerOutcome.Measured or ComputerOutcome.PartlyMeasured))
            return computer.Outcome;
        CheckResult[] made = refuting.ToArray();
        return made.Length == 0 ? ComputerOutcome.NotAttempted
            : isMissing || made.Any(r => r.Verdict.NotMeasured) ? ComputerOutcome.PartlyMeasured
            : ComputerOutcome.Measured;
    }

    private bool HasCompleteAttestation(FormRow row) =>
        AnswerTo(row) is { Answer: Answer.Yes, By.IsNamed: true, ConfirmedOn: { } confirmedOn } answer
        && confirmedOn <= _asOf.Date
        && _profile.FiscalYear.Contains(confirmedOn)
        && answer.Evidence.All(e => _documents.StateOf(e).Problem == DocumentProblem.None);
}
