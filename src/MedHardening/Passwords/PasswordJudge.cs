using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checks;

namespace MedHardening.Passwords;

/// <summary>
/// Holds a policy against the branches of a rule. Windows cannot enforce all that the rule says: complexity means three of five
/// classes of characters (https://learn.microsoft.com/windows/security/threat-protection/security-policy-settings/password-must-meet-complexity-requirements),
/// so even where it is on it proves no symbols, and where it is off nothing shows that characters are mixed.
/// </summary>
internal static class PasswordJudge
{
    /// <summary>Met when one branch is; open when one may be; else not met. The evidence is that of the branch that is nearest.</summary>
    public static PolicyVerdict Judge(PasswordPolicy policy, PasswordRule rule)
    {
        Evidence[] always = Always(policy, rule).ToArray();
        (PasswordBranch Branch, Evidence[] Evidence, Outcome Outcome)[] judged = rule.Branches
            .Select(b => (Branch: b, Evidence: OfBranch(policy, b).Concat(always).ToArray()))
            .Select(b => (b.Branch, b.Evidence, Worst(b.Evidence)))
            .ToArray();
        var best = judged
            .OrderBy(b => b.Outcome switch { Outcome.Pass => 0, Outcome.Unknown => 1, _ => 2 })
            .ThenBy(b => b.Evidence.Count(e => e.Outcome == Outcome.Fail))
            .First();
        return new PolicyVerdict(
            best.Outcome == Outcome.Pass ? best.Branch.Name : null,
            best.Outcome,
            best.Evidence,
            best.Outcome == Outcome.Pass ? [] : rule.Branches.Select(b => new Improvement(b, policy, rule)).Where(i => i.IsPossible).ToArray(),
            Remarks(policy).ToArray());
    }

    private static IEnumerable<Evidence> OfBranch(PasswordPolicy policy, PasswordBranch branch)
    {
        yield return AtLeast(policy, PolicySetting.MinimumLength, policy.MinimumLength, branch.MinLength, Outcome.Fail);
        if (branch.MaxAgeDays is { } days)
        {
            yield return new Evidence(
                policy.Source.Of(PolicySetting.MaximumAge),
                Operators.AtMost,
                Number(days),
                policy.MaximumAge?.ToString() ?? Evidence.Absent,
                policy.MaximumAge is not { } age ? Outcome.Unknown : age.IsWithinDays(days) ? Outcome.Pass : Outcome.Fail);
        }
        if (branch.TwoFactor && !branch.TwoFactorIsGiven)
            yield return Switch(policy, PolicySetting.SecondFactor, policy.SecondFactor, Outcome.Fail);
    }

    private static IEnumerable<Evidence> Always(PasswordPolicy policy, PasswordRule rule)
    {
        yield return Switch(policy, PolicySetting.Complexity, policy.Complexity, Outcome.Unknown);
        if (rule.Lockout)
            yield return AtLeast(policy, PolicySetting.LockoutThreshold, policy.LockoutThreshold, 1, Outcome.Fail);
        // A memory of former passwords is one way to keep them from being used again, not the only one.
        if (rule.History)
            yield return AtLeast(policy, PolicySetting.History, policy.History, 1, Outcome.Unknown);
    }

    private static IEnumerable<string> Remarks(PasswordPolicy policy)
    {
        if (policy.Complexity == true)
            yield return "ComplexityProvesNoSymbols";
        if (policy.ReversibleEncryption == true)
            yield return "ReversibleEncryption";
        if (policy.MinimumLength == 0)
            yield return "EmptyPasswordAllowed";
        if (policy.Source.Kind == PolicyKind.Delivered)
            yield return "DeliveredOnly";
    }

    private static Evidence AtLeast(PasswordPolicy policy, PolicySetting setting, long? actual, long wanted, Outcome less) => new(
        policy.Source.Of(setting),
        Operators.AtLeast,
        Number(wanted),
        actual is null ? Evidence.Absent : Number(actual.Value),
        actual is null ? Outcome.Unknown : actual >= wanted ? Outcome.Pass : less);

    private static Evidence Switch(PasswordPolicy policy, PolicySetting setting, bool? actual, Outcome off) => new(
        policy.Source.Of(setting),
        Operators.Equals,
        "true",
        actual is null ? Evidence.Absent : actual.Value ? "true" : "false",
        actual is null ? Outcome.Unknown : actual.Value ? Outcome.Pass : off);

    private static Outcome Worst(IReadOnlyCollection<Evidence> evidence) =>
        evidence.Any(e => e.Outcome == Outcome.Fail) ? Outcome.Fail
        : evidence.Any(e => e.Outcome == Outcome.Unknown) ? Outcome.Unknown
        : Outcome.Pass;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
