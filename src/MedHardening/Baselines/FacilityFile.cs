using System;
using System.Collections.Generic;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;

namespace MedHardening.Baselines;

/// <summary>A facility record as it is written. Answers may be left empty until somebody gives them.</summary>
internal sealed record FacilityFile : FacilitySections
{
    public required string Schema { get; init; }

    public Located<string>? Profile { get; init; }

    public required FacilityEntry Facility { get; init; }

    public bool? OperatesMedicalSystem { get; init; }

    public IReadOnlyList<Located<string>>? Domains { get; init; }

    public IReadOnlyList<Located<AttestationEntry>>? Attestations { get; init; }

    public IReadOnlyList<Located<ExceptionEntry>>? Exceptions { get; init; }

    public IReadOnlyList<Located<VendorAnswerEntry>>? VendorAnswers { get; init; }

    public IReadOnlyList<string>? ProtectedServices { get; init; }

    internal sealed record FacilityEntry
    {
        public required string Name { get; init; }

        public required Located<string> Kind { get; init; }

        public Located<Person>? Officer { get; init; }
    }

    internal sealed record AttestationEntry
    {
        public required Located<string> Row { get; init; }

        public Located<string>? Answer { get; init; }

        public Located<Person>? By { get; init; }

        public Located<DateTime>? ConfirmedOn { get; init; }

        public Located<DateTime>? TargetDate { get; init; }

        public string? Remarks { get; init; }

        public IReadOnlyList<Document>? Evidence { get; init; }

        public IReadOnlyList<Located<EarlierEntry>>? Earlier { get; init; }
    }

    internal sealed record EarlierEntry
    {
        public Located<string>? Answer { get; init; }

        public Located<Person>? By { get; init; }

        public Located<DateTime>? ConfirmedOn { get; init; }

        public Located<DateTime>? TargetDate { get; init; }
    }

    internal sealed record ExceptionEntry
    {
        public required Located<string> Id { get; init; }

        public required Located<string> Item { get; init; }

        public Located<string>? Check { get; init; }

        public required Located<IReadOnlyList<Located<string>>> Hosts { get; init; }

        public required Located<string> Reason { get; init; }

        public required Located<string> CompensatingControl { get; init; }

        public Located<Person>? ApprovedBy { get; init; }

        public Located<DateTime>? ApprovedOn { get; init; }

        public required Located<DateTime> Expires { get; init; }
    }

    internal sealed record VendorAnswerEntry
    {
        public required string Vendor { get; init; }

        public required Located<string> Row { get; init; }

        public required Located<IReadOnlyList<Located<string>>> Hosts { get; init; }

        public required Located<string> Answer { get; init; }

        public required Located<Person> By { get; init; }

        public required DateTime AnsweredOn { get; init; }
    }
}
