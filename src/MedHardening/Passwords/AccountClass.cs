using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Passwords;

/// <summary>The enabled accounts for which one policy holds in the same way.</summary>
/// <param name="Policy">The policy with what the accounts' own flags change of it.</param>
/// <param name="Flags">The flags that all of them have.</param>
/// <param name="Accounts">Names of the accounts, in order.</param>
/// <param name="Overdue">How many have a password that is older than the policy allows.</param>
public sealed record AccountClass(PasswordPolicy Policy, AccountFlags Flags, IReadOnlyList<string> Accounts, int Overdue)
{
    internal static IReadOnlyList<AccountClass> Of(
        IEnumerable<DomainAccount> accounts, PasswordPolicy domain, Func<DomainAccount, PasswordPolicy?> fineGrained, DateTime asOf) =>
        accounts
            .Where(a => !a.IsKeyDistributionCenter)
            .GroupBy(a => (Policy: fineGrained(a) ?? domain, a.Flags))
            .Select(g => Of(With(g.Key.Policy, g.Key.Flags), g.Key.Flags, g.ToArray(), asOf))
            .OrderBy(c => c.Policy.Source.Kind).ThenBy(c => c.Policy.Source.Name, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Flags)
            .ToArray();

    private static AccountClass Of(PasswordPolicy policy, AccountFlags flags, IReadOnlyList<DomainAccount> accounts, DateTime asOf) => new(
        policy,
        flags,
        accounts.Select(a => a.Name).OrderBy(n => n, StringComparer.OrdinalIgnoreCase).ToArray(),
        accounts.Count(a => policy.MaximumAge?.HasPassed(a.PasswordLastSet, asOf) == true));

    private static PasswordPolicy With(PasswordPolicy policy, AccountFlags flags) => policy with
    {
        MinimumLength = flags.HasFlag(AccountFlags.PasswordNotRequired) ? 0 : policy.MinimumLength,
        MaximumAge = flags.HasFlag(AccountFlags.PasswordNeverExpires) ? Period.Forever : policy.MaximumAge,
        ReversibleEncryption = flags.HasFlag(AccountFlags.ReversibleEncryption) ? true : policy.ReversibleEncryption,
        SecondFactor = flags.HasFlag(AccountFlags.SmartCardRequired) ? true : policy.SecondFactor,
    };
}
