using System;
using System.Collections.Generic;

namespace MedHardening.Cim.Recording;

/// <summary>Everything one host was asked in one run, and what it said: the evidence, and the input of a later judgement.</summary>
/// <param name="OpenFault">Why no connection stood; null when one did.</param>
/// <param name="Answers">By <see cref="CimQuery.Key"/> or <see cref="CimMethod.Key"/>.</param>
public sealed record HostRecording(
    string Host, DateTimeOffset MeasuredAt, CimFault? OpenFault, IReadOnlyDictionary<string, RecordedAnswer> Answers)
{
    /// <summary>How the account was proven when the host was asked; null when it was not, or not known.</summary>
    public string? Authentication { get; init; }
}

/// <summary>One answer: rows (one for a method), or the fault that came instead.</summary>
public sealed record RecordedAnswer(IReadOnlyList<CimObject> Rows, CimFault? Fault)
{
    internal IReadOnlyList<CimObject> RowsOrThrow() => Fault is null ? Rows : throw Fault.Again();
}
