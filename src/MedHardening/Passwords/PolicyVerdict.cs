using System.Collections.Generic;
using System.Linq;
using MedHardening.Checks;

namespace MedHardening.Passwords;

/// <summary>What a rule says of a policy.</summary>
/// <param name="Branch">Name of the branch that is met; null when none is.</param>
/// <param name="Evidence">Settings of that branch, or of the one that is nearest.</param>
/// <param name="Improvements">What would meet the rule: one entry a branch.</param>
/// <param name="Remarks">Codes of what the settings do not show, or of what is dangerous beside the rule.</param>
public sealed record PolicyVerdict(
    string? Branch, Outcome Outcome, IReadOnlyList<Evidence> Evidence, IReadOnlyList<Improvement> Improvements, IReadOnlyList<string> Remarks);

/// <summary>What would have to be set for a policy to meet one branch.</summary>
public sealed class Improvement
{
    internal Improvement(PasswordBranch branch, PasswordPolicy policy, PasswordRule rule)
    {
        List<Text> steps = [];
        if (!(policy.MinimumLength >= branch.MinLength))
            steps.Add(new($"最小の長さを{branch.MinLength}文字にする", $"set the minimum length to {branch.MinLength}"));
        if (branch.MaxAgeDays is { } days && policy.MaximumAge?.IsWithinDays(days) != true)
            steps.Add(new($"有効期間を{days}日以内にする", $"set the maximum age to at most {days} days"));
        if (policy.Complexity != true)
            steps.Add(new("複雑さの要件を有効にする", "turn the complexity requirement on"));
        if (rule.Lockout && !(policy.LockoutThreshold >= 1))
            steps.Add(new("アカウントのロックアウトのしきい値を設定する", "set an account lockout threshold"));
        if (rule.History && !(policy.History >= 1))
            steps.Add(new("パスワードの履歴を記録する", "keep a password history"));
        if (branch.TwoFactor && !branch.TwoFactorIsGiven && policy.SecondFactor != true)
            steps.Add(new("二要素認証を必須にする", "require a second factor"));
        Branch = branch.Name;
        Steps = steps;
    }

    public string Branch { get; }

    /// <summary>In the order of the policy editor.</summary>
    public IReadOnlyList<Text> Steps { get; }

    internal bool IsPossible => Steps.Count > 0;

    public override string ToString() => Branch + ": " + string.Join(new Text("、", ", ").ToString(), Steps.Select(s => s.ToString()));
}
