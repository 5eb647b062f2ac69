using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Domains;

namespace MedHardening.Passwords;

/// <summary>
/// Which Password Settings Object holds for an account (MS-ADTS §3.1.1.4.5.36, msDS-ResultantPSO): one that names the account itself
/// goes before one that names a group of it; then the lowest precedence wins, and of equal ones the smallest objectGUID.
/// </summary>
internal sealed class ResultantPolicy
{
    private readonly GroupMembership _membership;
    private readonly ILookup<string, FineGrained> _bySubject;

    public ResultantPolicy(IEnumerable<DirectoryEntry> settings, GroupMembership membership, PasswordPolicy domain)
    {
        _membership = membership;
        _bySubject = settings
            .Select(s => (Entry: s, Policy: new FineGrained(
                s.Number("msDS-PasswordSettingsPrecedence") ?? long.MaxValue, Order(s["objectGUID"]), DomainPolicy.OfFineGrained(s, domain))))
            .SelectMany(s => s.Entry["msDS-PSOAppliesTo"].Select(subject => (Subject: subject, s.Policy)))
            .ToLookup(s => s.Subject, s => s.Policy, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The policy of the PSO; null when none holds, so that the domain's does.</summary>
    public PasswordPolicy? Of(DomainAccount account) => account.IsKeyDistributionCenter
        ? null
        : (Best(_bySubject[account.DistinguishedName]) ?? Best(_membership.Of(account).SelectMany(g => _bySubject[g])))?.Policy;

    private static FineGrained? Best(IEnumerable<FineGrained> policies) =>
        policies.OrderBy(p => p.Precedence).ThenBy(p => p.Guid, StringComparer.Ordinal).FirstOrDefault();

    // GUIDs compare by their bytes as the directory stores them, which hexadecimal digits keep in order.
    private static string Order(IReadOnlyList<string> guid) =>
        guid.Count == 1 && Guid.TryParse(guid[0], out Guid value) ? BitConverter.ToString(value.ToByteArray()) : "~";

    private sealed record FineGrained(long Precedence, string Guid, PasswordPolicy Policy);
}
