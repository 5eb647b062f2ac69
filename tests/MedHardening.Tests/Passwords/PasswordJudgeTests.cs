using System;
using System.Linq;
using MedHardening.Checks;
using MedHardening.Passwords;
using Xunit;

namespace MedHardening.Tests.Passwords;

/// <summary>
/// Policies against the rules of ガイドライン第6.0版 Q&amp;A シQ-54 and of 第7.0版 14.1.1. Every line is expected by hand from those texts.
/// Length, maximum age in days (never, ? where not known), complexity, lockout, history, second factor; then branch and outcome.
/// </summary>
public class PasswordJudgeTests
{
    [Theory]
    // 6.0, a: 13 characters, no change needed
    [InlineData("6.0", "13", "never", "on", "?", "?", "?", "a", Outcome.Pass)]
    [InlineData("6.0", "14", "never", "on", "0", "0", "off", "a", Outcome.Pass)]
    [InlineData("6.0", "128", "never", "on", "?", "?", "?", "a", Outcome.Pass)]
    [InlineData("6.0", "256", "999", "on", "?", "?", "?", "a", Outcome.Pass)]
    [InlineData("6.0", "13", "?", "on", "?", "?", "?", "a", Outcome.Pass)]
    [InlineData("6.0", "13", "42", "on", "?", "?", "?", "a", Outcome.Pass)]
    [InlineData("6.0", "12", "never", "on", "?", "?", "off", null, Outcome.Fail)]
    [InlineData("6.0", "12", "61", "on", "?", "?", "off", null, Outcome.Fail)]
    [InlineData("6.0", "12", "never", "on", "?", "?", "?", null, Outcome.Unknown)] // a second factor could make it right
    [InlineData("6.0", "13", "never", "off", "?", "?", "?", null, Outcome.Unknown)] // nothing shows that characters are mixed
    [InlineData("6.0", "13", "never", "?", "?", "?", "?", null, Outcome.Unknown)]
    // 6.0, b: 8 characters, changed at least every two months
    [InlineData("6.0", "8", "60", "on", "?", "?", "off", "b", Outcome.Pass)]
    [InlineData("6.0", "8", "59", "on", "?", "?", "off", "b", Outcome.Pass)]
    [InlineData("6.0", "8", "1", "on", "?", "?", "off", "b", Outcome.Pass)]
    [InlineData("6.0", "8", "30", "on", "?", "?", "?", "b", Outcome.Pass)]
    [InlineData("6.0", "12", "60", "on", "?", "?", "?", "b", Outcome.Pass)]
    [InlineData("6.0", "8", "61", "on", "?", "?", "off", null, Outcome.Fail)]
    [InlineData("6.0", "8", "62", "on", "?", "?", "off", null, Outcome.Fail)]
    [InlineData("6.0", "8", "90", "on", "?", "?", "off", null, Outcome.Fail)]
    [InlineData("6.0", "8", "999", "on", "?", "?", "off", null, Outcome.Fail)]
    [InlineData("6.0", "8", "never", "on", "?", "?", "off", null, Outcome.Fail)]
    [InlineData("6.0", "8", "?", "on", "?", "?", "off", null, Outcome.Unknown)] // the age is not known
    [InlineData("6.0", "8", "61", "on", "?", "?", "?", null, Outcome.Unknown)]
    [InlineData("6.0", "8", "60", "off", "?", "?", "off", null, Outcome.Unknown)]
    [InlineData("6.0", "8", "60", "?", "?", "?", "off", null, Outcome.Unknown)]
    [InlineData("6.0", "7", "30", "on", "?", "?", "?", null, Outcome.Fail)]
    [InlineData("6.0", "7", "30", "on", "5", "24", "on", null, Outcome.Fail)]
    [InlineData("6.0", "0", "42", "on", "?", "?", "?", null, Outcome.Fail)]
    [InlineData("6.0", "0", "never", "off", "0", "0", "off", null, Outcome.Fail)]
    [InlineData("6.0", "1", "1", "on", "?", "?", "on", null, Outcome.Fail)]
    // 6.0, c: 8 characters with a second factor
    [InlineData("6.0", "8", "never", "on", "?", "?", "on", "c", Outcome.Pass)]
    [InlineData("6.0", "8", "90", "on", "?", "?", "on", "c", Outcome.Pass)]
    [InlineData("6.0", "12", "?", "on", "?", "?", "on", "c", Outcome.Pass)]
    [InlineData("6.0", "8", "never", "off", "?", "?", "on", null, Outcome.Unknown)]
    [InlineData("6.0", "7", "never", "on", "?", "?", "on", null, Outcome.Fail)]
    // 6.0, the length is not known
    [InlineData("6.0", "?", "60", "on", "?", "?", "off", null, Outcome.Unknown)]
    [InlineData("6.0", "?", "never", "on", "?", "?", "off", null, Outcome.Unknown)] // 13 or more would do
    [InlineData("6.0", "?", "?", "?", "?", "?", "?", null, Outcome.Unknown)]
    // 6.0 demands no lock and no memory of former passwords
    [InlineData("6.0", "13", "never", "on", "0", "0", "?", "a", Outcome.Pass)]
    // 7.0: 13 alone, 8 with a second factor, lock, no reuse; change is of no avail
    [InlineData("7.0", "13", "never", "on", "5", "24", "off", "a", Outcome.Pass)]
    [InlineData("7.0", "13", "never", "on", "1", "1", "?", "a", Outcome.Pass)]
    [InlineData("7.0", "13", "?", "on", "5", "24", "?", "a", Outcome.Pass)]
    [InlineData("7.0", "20", "60", "on", "10", "5", "off", "a", Outcome.Pass)]
    [InlineData("7.0", "12", "30", "on", "5", "24", "off", null, Outcome.Fail)] // b of 6.0 is gone
    [InlineData("7.0", "8", "60", "on", "5", "24", "off", null, Outcome.Fail)]
    [InlineData("7.0", "8", "60", "on", "5", "24", "?", null, Outcome.Unknown)]
    [InlineData("7.0", "8", "never", "on", "5", "24", "on", "c", Outcome.Pass)]
    [InlineData("7.0", "12", "never", "on", "5", "24", "on", "c", Outcome.Pass)]
    [InlineData("7.0", "7", "never", "on", "5", "24", "on", null, Outcome.Fail)]
    [InlineData("7.0", "13", "never", "on", "0", "24", "off", null, Outcome.Fail)] // never locks
    [InlineData("7.0", "8", "never", "on", "0", "24", "on", null, Outcome.Fail)]
    [InlineData("7.0", "13", "never", "on", "?", "24", "off", null, Outcome.Unknown)]
    [InlineData("7.0", "13", "never", "on", "5", "0", "off", null, Outcome.Unknown)] // reuse may be prevented otherwise
    [InlineData("7.0", "13", "never", "on", "5", "?", "off", null, Outcome.Unknown)]
    [InlineData("7.0", "13", "never", "off", "5", "24", "off", null, Outcome.Unknown)]
    [InlineData("7.0", "13", "never", "?", "5", "24", "off", null, Outcome.Unknown)]
    [InlineData("7.0", "?", "never", "on", "5", "24", "on", null, Outcome.Unknown)]
    [InlineData("7.0", "0", "never", "on", "5", "24", "off", null, Outcome.Fail)]
    [InlineData("7.0", "?", "?", "?", "0", "?", "?", null, Outcome.Fail)] // whatever the rest is, it never locks
    [InlineData("7.0", "13", "1", "on", "999", "1024", "on", "a", Outcome.Pass)]
    public void A_policy_meets_a_branch_or_none(
        string guideline, string length, string age, string complexity, string lockout, string history, string factor, string? branch, Outcome outcome)
    {
        PolicyVerdict verdict = PasswordJudge.Judge(Policy(length, age, complexity, lockout, history, factor), PasswordRules.Find(guideline)!);

        Assert.Equal((branch, outcome), (verdict.Branch, verdict.Outcome));
        // Whoever is told No is told what would make it Yes.
        Assert.Equal(outcome == Outcome.Pass, verdict.Improvements.Count == 0);
    }

    [Fact]
    public void What_would_meet_the_rule_is_told_branch_by_branch()
    {
        PolicyVerdict verdict = PasswordJudge.Judge(Policy("8", "never", "off", "0", "0", "off"), PasswordRules.Find("6.0")!);

        Assert.Equal(
            [
                "a: set the minimum length to 13, turn the complexity requirement on",
                "b: set the maximum age to at most 60 days, turn the complexity requirement on",
                "c: turn the complexity requirement on, require a second factor",
            ],
            verdict.Improvements.Select(i => i.Branch + ": " + string.Join(", ", i.Steps.Select(s => s.En))));
    }

    [Fact]
    public void A_facility_that_chose_two_factor_authentication_has_said_that_there_is_one() =>
        Assert.Equal("c", PasswordJudge.Judge(Policy("8", "never", "on", "?", "?", "?"), PasswordRules.Find("6.0")!.Choose("C")!).Branch);

    [Fact]
    public void Guideline_7_has_no_branch_of_regular_change() => Assert.Null(PasswordRules.Find("7.0")!.Choose("b"));

    [Fact]
    public void An_edition_without_a_rule_is_not_judged_by_another() => Assert.Null(PasswordRules.Find("8.0"));

    [Theory]
    [InlineData("on", "8", "ComplexityProvesNoSymbols")]
    [InlineData("off", "0", "EmptyPasswordAllowed")]
    public void What_Windows_cannot_enforce_is_remarked(string complexity, string length, string remark) =>
        Assert.Contains(remark, PasswordJudge.Judge(Policy(length, "60", complexity, "?", "?", "?"), PasswordRules.Find("6.0")!).Remarks);

    private static PasswordPolicy Policy(string length, string age, string complexity, string lockout, string history, string factor) => new()
    {
        Source = new PolicySource(PolicyKind.Domain, "hospital.example"),
        MinimumLength = Number(length),
        MaximumAge = age == "never" ? Period.Forever : Number(age) is { } days ? Period.Of(TimeSpan.FromDays(days)) : null,
        Complexity = Switch(complexity),
        LockoutThreshold = Number(lockout),
        History = Number(history),
        SecondFactor = Switch(factor),
    };

    private static long? Number(string text) => text == "?" ? null : long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static bool? Switch(string text) => text == "?" ? null : text == "on";
}
