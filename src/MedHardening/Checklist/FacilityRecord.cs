using System;
using System.Collections.Generic;

namespace MedHardening.Checklist;

/// <summary>Who we are and what people have answered: the half of the checklist that no machine can know.</summary>
public sealed record FacilityRecord(
    string Name,
    FacilityKind Kind,
    Person? Officer,
    bool? OperatesMedicalSystem,
    IReadOnlyList<Attestation> Attestations,
    IReadOnlyList<RecordedException> Exceptions,
    IReadOnlyList<VendorAnswer> VendorAnswers)
{
    /// <summary>DNS names of the facility's directory domains; none for a workgroup.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Services that Set-ServiceBaseline must not stop besides those that no Windows can do without, such as the EHR's; * for any characters.</summary>
    public IReadOnlyList<string> ProtectedServices { get; init; } = [];
}

/// <summary>Which official form applies.</summary>
public enum FacilityKind
{
    Hospital,
    Clinic,
    Pharmacy,
    Vendor,
}

/// <summary>氏名 and 役職.</summary>
public sealed record Person(string Name, string Title);

/// <summary>A person's answer to one row. The tool never changes it and never fills in a date.</summary>
/// <param name="Row">Key of the form row.</param>
/// <param name="ConfirmedOn">確認日.</param>
/// <param name="TargetDate">目標日, for いいえ.</param>
public sealed record Attestation(
    string Row, Answer Answer, Person? By, DateTime? ConfirmedOn, DateTime? TargetDate, string? Remarks);

/// <summary>はい or いいえ.</summary>
public enum Answer
{
    Yes,
    No,
}

/// <summary>A recorded deviation. Counts only while approved and not expired.</summary>
/// <param name="Item">Key of the checklist item.</param>
/// <param name="Check">Id of the check it covers; null covers every check of the item.</param>
/// <param name="Hosts">Names of the computers it covers.</param>
/// <param name="Expires">The last day on which it counts (until the end of that day, UTC+9).</param>
public sealed record RecordedException(
    string Id,
    string Item,
    string? Check,
    IReadOnlyList<string> Hosts,
    string Reason,
    string CompensatingControl,
    Person? ApprovedBy,
    DateTime? ApprovedOn,
    DateTime Expires)
{
    public bool IsValid(DateTime asOf) => ApprovedBy is not null && ApprovedOn <= asOf.Date && asOf.Date <= Expires;
}

/// <summary>A vendor's dated answer to one row, for computers that may not be contacted.</summary>
/// <param name="Row">Key of the form row.</param>
public sealed record VendorAnswer(
    string Vendor, string Row, IReadOnlyList<string> Hosts, Answer Answer, Person By, DateTime AnsweredOn);
