using System.Linq;

namespace MedHardening.Checks;

/// <summary>The verdict of one check on one subject, as reports and cmdlets show it.</summary>
public sealed record CheckResult(Subject Subject, Check Check, Verdict Verdict)
{
    /// <summary>The outcome that counts: the verdict's, or Excepted when <see cref="ExceptionId"/> covers it.</summary>
    public Outcome Outcome => ExceptionId is null ? Verdict.Outcome : Outcome.Excepted;

    /// <summary>The exception of the facility record that covers a Fail or Unknown; null when none does.</summary>
    public string? ExceptionId { get; init; }

    /// <summary>The evidence to show when there is room for one line: the first failing, else unknown, else first.</summary>
    public Evidence? Deciding =>
        Verdict.Evidence.FirstOrDefault(e => e.Outcome == Outcome.Fail)
        ?? Verdict.Evidence.FirstOrDefault(e => e.Outcome == Outcome.Unknown)
        ?? Verdict.Evidence.FirstOrDefault();
}

/// <summary>What a result is about.</summary>
public sealed record Subject(SubjectKind Kind, string Name)
{
    public static Subject Computer(string name) => new(SubjectKind.Computer, name);

    public static Subject Domain(string name) => new(SubjectKind.Domain, name);

    public static Subject Facility(string name) => new(SubjectKind.Facility, name);
}

public enum SubjectKind
{
    Computer,
    Domain,
    Facility,
    Vendor,
}
