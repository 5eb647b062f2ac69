using System;
using System.Collections.Generic;

namespace MedHardening.Checklist.Records;

/// <summary>1-①: how the person of <c>facility.officer</c> came into office.</summary>
public sealed record SafetyOfficerSection : IRuled
{
    public DateTime? AppointedOn { get; init; }

    /// <summary>The last day in office; null while there is none.</summary>
    public DateTime? Until { get; init; }

    public Person? ApprovedBy { get; init; }

    public Person? Deputy { get; init; }

    /// <summary>任命書、辞令.</summary>
    public Document? Document { get; init; }

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        if (AppointedOn is { } from && Until is { } until && until < from)
        {
            yield return new Mistake(new("退任日が任命日より前です。日付を確かめてください。", "the last day is before the appointment. Check both."), "until");
        }
    }
}
