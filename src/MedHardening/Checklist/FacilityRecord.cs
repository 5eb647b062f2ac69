using System;
using System.Collections.Generic;
using MedHardening.Checklist.Records;

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

    /// <summary>What is written down item by item.</summary>
    public FacilitySections Sections { get; init; } = new();

    /// <summary>The folder that paths of documents start from; null for a record that did not come from a file.</summary>
    public string? Folder { get; init; }
}

/// <summary>Which official form applies.</summary>
public enum FacilityKind
{
    Hospital,
    Clinic,
    Pharmacy,
    Vendor,
}

/// <summary>氏名 and 役職. Both or neither: a record may leave room for somebody.</summary>
public sealed record Person(string Name, string Title) : IRuled
{
    /// <summary>Nobody yet.</summary>
    public Person()
        : this(null!, null!)
    {
    }

    /// <summary>Whether it is somebody.</summary>
    public bool IsNamed => !string.IsNullOrWhiteSpace(Name) && !string.IsNullOrWhiteSpace(Title);

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        bool name = !string.IsNullOrWhiteSpace(Name);
        bool title = !string.IsNullOrWhiteSpace(Title);
        if (name != title)
        {
            yield return new Mistake(name
                ? new Text("役職（title:）がありません。氏名と役職の両方を書いてください。", "the title is missing. A person needs both 'name:' and 'title:'.")
                : new Text("氏名（name:）がありません。氏名と役職の両方を書いてください。", "the name is missing. A person needs both 'name:' and 'title:'."));
        }
    }
}

/// <summary>A person's answer to one row. The tool never changes it and never fills in a date.</summary>
/// <param name="Row">Key of the form row.</param>
/// <param name="ConfirmedOn">確認日.</param>
/// <param name="TargetDate">目標日, for いいえ.</param>
public sealed record Attestation(
    string Row, Answer Answer, Person? By, DateTime? ConfirmedOn, DateTime? TargetDate, string? Remarks)
{
    /// <summary>Files that show it.</summary>
    public IReadOnlyList<Document> Evidence { get; init; } = [];

    /// <summary>The answers of earlier rounds of the year, oldest first.</summary>
    public IReadOnlyList<EarlierAnswer> Earlier { get; init; } = [];
}

/// <summary>What was answered in an earlier round (1回目).</summary>
public sealed record EarlierAnswer(Answer Answer, Person? By, DateTime ConfirmedOn, DateTime? TargetDate);

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
