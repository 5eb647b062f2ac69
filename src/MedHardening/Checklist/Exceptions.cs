using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checks;

namespace MedHardening.Checklist;

/// <summary>Which recorded exceptions and vendors' answers cover what on the day of the judgement.</summary>
internal sealed class Exceptions
{
    private readonly ILookup<string, RecordedException> _byItem;
    private readonly IReadOnlyList<VendorAnswer> _answers;
    private readonly FiscalYear _year;
    private readonly DateTime _asOf;

    public Exceptions(FacilityRecord? record, FiscalYear year, DateTime asOf)
    {
        _year = year;
        _asOf = asOf;
        _byItem = (record?.Exceptions ?? []).Where(e => e.IsValid(asOf)).ToLookup(e => e.Item);
        _answers = record?.VendorAnswers ?? [];
    }

    /// <summary>The valid exception for a check on a host, or null.</summary>
    public RecordedException? Find(Check check, string host) => _byItem[check.Item].FirstOrDefault(e =>
        (e.Check is null || e.Check == check.Id) && e.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase));

    /// <summary>The result, marked as excepted when a valid exception covers its Fail or Unknown.</summary>
    public CheckResult Apply(CheckResult result) =>
        result.Verdict.Outcome is Outcome.Fail or Outcome.Unknown
            ? result with { ExceptionId = Find(result.Check, result.Subject.Name)?.Id }
            : result;

    /// <summary>
    /// Whether the vendor of a computer that may not be contacted has answered はい to the row by now, and for this year: the
    /// checklist is filled in every fiscal year, by vendors too.
    /// </summary>
    public bool HasVendorAnswer(string row, string host) => _answers.Any(a =>
        a.Row == row && a.Answer == Answer.Yes && a.AnsweredOn <= _asOf.Date && _year.Contains(a.AnsweredOn)
        && a.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase));
}
