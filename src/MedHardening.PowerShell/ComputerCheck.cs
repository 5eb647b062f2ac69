using System.Linq;
using MedHardening.Checks;
using MedHardening.Reports;

namespace MedHardening.PowerShell;

/// <summary>One check on one computer (or on the facility), as a row of a table. Words are in the language of the session.</summary>
public sealed class ComputerCheck
{
    internal ComputerCheck(CheckResult result)
    {
        Result = result;
        Title = result.Check.Title.ToString();
        Remedy = result.Check.Remedy.ToString();
        Reason = result.Verdict.Reason is { } reason ? Reasons.Word(reason).ToString() : null;
        string? found = result.Deciding is null || Actual!.Length == 0 ? null
            : new Text($"{Actual}（期待: {Expected}） {Source}", $"{Actual} (expected: {Expected}) {Source}").ToString();
        Detail = string.Join(" | ", new[] { Reason, found }.Where(part => part is not null));
    }

    /// <summary>The subject: a computer by its name in the ledger, a domain, or the facility.</summary>
    public string ComputerName => Result.Subject.Name;

    /// <summary>Id of the check.</summary>
    public string Check => Result.Check.Id;

    /// <summary>Key of the checklist item.</summary>
    public string Item => Result.Check.Item;

    public string Title { get; }

    public Outcome Outcome => Result.Outcome;

    /// <summary>Where the deciding fact was read.</summary>
    public string? Source => Shown(Result.Deciding?.Source);

    public string? Expected => Shown(Result.Deciding?.Expected);

    public string? Actual => Shown(Result.Deciding?.Actual);

    /// <summary>Why it is Unknown or NotApplicable, in words; the stable code is in <see cref="Result"/>.</summary>
    public string? Reason { get; }

    /// <summary>Reason and deciding fact in one line.</summary>
    public string Detail { get; }

    /// <summary>What to do about a Fail.</summary>
    public string Remedy { get; }

    /// <summary>The exception of the facility record that covers it.</summary>
    public string? ExceptionId => Result.ExceptionId;

    /// <summary>The result itself, with all the evidence, untouched.</summary>
    public CheckResult Result { get; }

    private static string? Shown(string? text) => text is null ? null : Printable.Of(text);
}
