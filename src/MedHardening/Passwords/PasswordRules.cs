using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Baselines.Yaml;

namespace MedHardening.Passwords;

/// <summary>The rules for passwords by edition of the guideline, from baselines/data/password-rules.yaml.</summary>
internal sealed record PasswordRules
{
    private static readonly PasswordRules s_default = DataFile.Load<PasswordRules>("password-rules", YamlFile.PasswordRulesSchema);

    public required string Schema { get; init; }

    public required IReadOnlyList<PasswordRule> Rules { get; init; }

    /// <summary>Editions that have a rule.</summary>
    public static IReadOnlyList<string> Known => s_default.Rules.Select(r => r.Guideline).ToArray();

    /// <summary>The rule of an edition (<c>6.0</c>); null when there is none: nothing can be judged by a rule that is not known.</summary>
    public static PasswordRule? Find(string guideline) => s_default.Rules.FirstOrDefault(r => r.Guideline == guideline);
}

/// <summary>What one edition of the guideline demands: any one of its branches, and what holds for all of them.</summary>
public sealed record PasswordRule
{
    /// <summary>Edition of the guideline: <c>6.0</c>.</summary>
    public required string Guideline { get; init; }

    public required IReadOnlyList<PasswordBranch> Branches { get; init; }

    /// <summary>Whether accounts must be locked after failed attempts.</summary>
    public bool Lockout { get; init; }

    /// <summary>Whether former passwords must be remembered.</summary>
    public bool History { get; init; }

    /// <summary>Title or address of the text that says so.</summary>
    public required string Source { get; init; }

    /// <summary>The rule with another longest time between changes, in days, where it has one.</summary>
    public PasswordRule WithMaxAge(int days) => this with
    {
        Branches = Branches.Select(b => b.MaxAgeDays is null ? b : b with { MaxAgeDays = days }).ToArray(),
    };

    /// <summary>The rule with one branch only: the one that a facility has chosen. Null when the rule has no such branch.</summary>
    public PasswordRule? Choose(string branch) =>
        Branches.FirstOrDefault(b => string.Equals(b.Name, branch, StringComparison.OrdinalIgnoreCase)) is { } chosen
            ? this with { Branches = [chosen with { TwoFactorIsGiven = chosen.TwoFactor }] }
            : null;
}

/// <summary>One way to meet the rule.</summary>
public sealed record PasswordBranch
{
    /// <summary>a, b or c, as シQ-54 calls them.</summary>
    public required string Name { get; init; }

    /// <summary>Characters.</summary>
    public required int MinLength { get; init; }

    /// <summary>Longest time between changes, in days; null when the branch needs no change.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>Whether it holds only together with a second factor.</summary>
    public bool TwoFactor { get; init; }

    // Set where the facility chose this branch and so says that there is a second factor; not part of the file's meaning.
    internal bool TwoFactorIsGiven { get; init; }
}
