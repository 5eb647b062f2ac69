using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;

namespace MedHardening.Checklist.Records;

/// <summary>2-⑩: how people sign in to each system.</summary>
public sealed record TwoFactorSection
{
    public IReadOnlyList<SignIn>? Systems { get; init; }

    /// <summary>What is done when the second factor cannot be used.</summary>
    public string? Emergency { get; init; }

    public sealed record SignIn : IRuled
    {
        /// <summary>HIS、RIS、LIS、ファイルサーバ、….</summary>
        public required string Name { get; init; }

        /// <summary>The factors that every sign-in needs today.</summary>
        public IReadOnlyList<Factor>? Factors { get; init; }

        public DateTime? ImplementedOn { get; init; }

        /// <summary>What shows it: a screen, a vendor's answer.</summary>
        public Document? Document { get; init; }

        public FactorPlan? Plan { get; init; }

        internal bool HasTwoFactors => (Factors ?? []).Distinct().Count() >= 2;

        IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
        {
            if (ImplementedOn is not null && !HasTwoFactors)
            {
                yield return new Mistake(new(
                    "実装日があるのに、異なる要素が二つありません（知識、所有、生体）。",
                    "there is a day of implementation and no two different factors (knowledge, possession, biometric)."), "implementedOn");
            }
        }
    }

    /// <summary>実装計画.</summary>
    public sealed record FactorPlan
    {
        /// <summary>The day by which it will be in use.</summary>
        public DateTime? By { get; init; }

        public Person? Owner { get; init; }

        public Document? Document { get; init; }
    }
}

/// <summary>認証の要素.</summary>
public enum Factor
{
    [Word("知識")]
    [Word("知識要素")]
    Knowledge,

    [Word("所有")]
    [Word("所有要素")]
    Possession,

    [Word("生体")]
    [Word("生体要素")]
    Biometric,
}
