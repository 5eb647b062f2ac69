using System.Collections.Generic;
using System.Linq;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>What one check says about one subject.</summary>
public enum Outcome
{
    Pass,
    Fail,

    /// <summary>Not measured, or not understood. Never as good as Pass.</summary>
    Unknown,

    /// <summary>The question does not arise on this subject.</summary>
    NotApplicable,

    /// <summary>A Fail or Unknown that a valid recorded exception covers.</summary>
    Excepted,
}

/// <summary>
/// One measured fact, without words of any language: where it was read, how it was compared, what was wanted, what was
/// found. The writers of reports make the sentences.
/// </summary>
/// <param name="Source">Registry path, CIM class and property, or name of a file.</param>
/// <param name="Operator">One of <see cref="Operators"/>.</param>
public sealed record Evidence(string Source, string Operator, string Expected, string Actual, Outcome Outcome)
{
    /// <summary>What was found where there is no value: one spelling for all checks, which the writers put into words.</summary>
    public const string Absent = "absent";
}

/// <summary>The comparisons that evidence uses.</summary>
public static class Operators
{
    public new const string Equals = "equals";
    public const string SubsetOf = "subsetOf";
    public const string AtLeast = "atLeast";
    public const string AtMost = "atMost";
    public const string Exists = "exists";

    /// <summary>The file of that path is there, and is what the record says that it was.</summary>
    public const string Unchanged = "unchanged";
}

/// <summary>The judgement of a check on one subject, with all the evidence it rests on.</summary>
public sealed record Verdict(Outcome Outcome, IReadOnlyList<Evidence> Evidence, string? Reason = null)
{
    /// <summary>The reason of a verdict that the baseline does not ask for.</summary>
    public const string BaselineSilent = "BaselineSilent";

    /// <summary>The reason of a verdict for which people have not written down enough: their record is missing, not a measurement.</summary>
    public const string RecordIncomplete = "RecordIncomplete";

    /// <summary>Unknown because a person's record is missing or no longer counts.</summary>
    public bool LacksRecord => Outcome == Outcome.Unknown && Reason == RecordIncomplete;

    /// <summary>Unknown because the host was not understood, and not because the baseline asks nothing, or nobody was allowed to ask.</summary>
    public bool NotMeasured => Outcome == Outcome.Unknown && Reason != BaselineSilent && !NotAllowed;

    /// <summary>Only a remote shell could tell, and none is allowed on the host: says nothing for or against the measurement of the host.</summary>
    public bool NotAllowed => Reason == nameof(CimFaultKind.RemoteShellUnavailable);

    /// <summary>Fail when any evidence fails; else Unknown when any is unknown; else Pass. No evidence at all is Unknown.</summary>
    /// <param name="whenUnknown">The reason that goes with Unknown, a word in PascalCase.</param>
    public static Verdict Of(IReadOnlyList<Evidence> evidence, string whenUnknown = "UnexpectedValue")
    {
        Outcome outcome = evidence.Any(e => e.Outcome == Outcome.Fail) ? Outcome.Fail
            : evidence.Count == 0 || evidence.Any(e => e.Outcome == Outcome.Unknown) ? Outcome.Unknown
            : Outcome.Pass;
        return new Verdict(outcome, evidence, outcome == Outcome.Unknown ? whenUnknown : null);
    }

    /// <summary>Unknown for a reason of the check's own, a word in PascalCase such as <c>BaselineSilent</c>.</summary>
    public static Verdict Unknown(string reason, params Evidence[] evidence) => new(Outcome.Unknown, evidence, reason);

    /// <summary>Unknown because a question got no answer.</summary>
    public static Verdict Unknown(CimFault fault) =>
        new(Outcome.Unknown, [new Evidence(fault.Message, Operators.Exists, "", "", Outcome.Unknown)], fault.Kind.ToString());

    public static Verdict NotApplicable(string reason) => new(Outcome.NotApplicable, [], reason);
}
