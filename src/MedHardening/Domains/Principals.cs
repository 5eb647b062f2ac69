using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Domains;

/// <summary>Everything in a domain that can be given a right, asked for once for all checks, and who is a member of what.</summary>
internal sealed class Principals
{
    private static readonly DirectorySearch s_all = new(null, "(objectSid=*)",
    [
        "objectSid", "objectClass", "sAMAccountName", "sAMAccountType", "userAccountControl", "primaryGroupID", "member",
        "lastLogonTimestamp", "whenCreated", "accountExpires", "operatingSystem", "msLAPS-PasswordExpirationTime", "ms-Mcs-AdmPwdExpirationTime",
    ]);

    private readonly Dictionary<string, DirectoryEntry> _byName;
    private readonly ILookup<string, DirectoryEntry> _byPrimaryGroup;

    private Principals(IReadOnlyList<DirectoryEntry> all, string domainSid)
    {
        All = all;
        DomainSid = domainSid;
        _byName = all.ToDictionary(e => e.DistinguishedName, StringComparer.OrdinalIgnoreCase);
        _byPrimaryGroup = all.Where(e => e["primaryGroupID"].Count > 0).ToLookup(e => domainSid + "-" + e["primaryGroupID"][0]);
    }

    public IReadOnlyList<DirectoryEntry> All { get; }

    public string DomainSid { get; }

    /// <summary>The accounts of people: sAMAccountType 0x30000000, SAM_NORMAL_USER_ACCOUNT (MS-SAMR 2.2.1.9).</summary>
    public IEnumerable<DirectoryEntry> Users => All.Where(e => e["sAMAccountType"].FirstOrDefault() == "805306368");

    /// <exception cref="CimFault">No answer, or one without the group that every domain has: then the account may not see it all.</exception>
    public static async Task<Principals> ReadAsync(IDirectory directory, CancellationToken cancel)
    {
        const string domainAdmins = "-512";
        IReadOnlyList<DirectoryEntry> all = await directory.SearchAsync(s_all, cancel).ConfigureAwait(false);
        string? sid = all.Select(e => e.Sid()).FirstOrDefault(s => s.StartsWith("S-1-5-21-", StringComparison.Ordinal) && s.EndsWith(domainAdmins, StringComparison.Ordinal));
        return sid is not null
            ? new Principals(all, sid.Substring(0, sid.Length - domainAdmins.Length))
            : throw new CimFault(CimFaultKind.AccessDenied, "(objectSid=*): no Domain Admins") { Host = directory.Domain };
    }

    public DirectoryEntry? Find(string sid) => All.FirstOrDefault(e => e.Sid() == sid);

    /// <summary>
    /// The accounts in a group, through nested groups and by primary group, which the attribute member does not hold
    /// (MS-ADTS 3.1.1.4.5.15). A member of another domain comes as its name alone.
    /// </summary>
    public IReadOnlyList<(string Name, DirectoryEntry? Account)> MembersOf(DirectoryEntry group)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase) { group.DistinguishedName };
        List<(string, DirectoryEntry?)> accounts = [];
        Queue<DirectoryEntry> groups = new([group]);
        while (groups.Count > 0)
        {
            DirectoryEntry next = groups.Dequeue();
            foreach (string name in next["member"].Concat(_byPrimaryGroup[next.Sid()].Select(e => e.DistinguishedName)).Where(seen.Add))
            {
                _byName.TryGetValue(name, out DirectoryEntry? member);
                if (member?["objectClass"].Contains("group", StringComparer.OrdinalIgnoreCase) == true)
                    groups.Enqueue(member);
                else
                    accounts.Add((name, member));
            }
        }
        return accounts;
    }
}

internal static class PrincipalValues
{
    public static string Sid(this DirectoryEntry entry) => entry["objectSid"].FirstOrDefault() ?? "";

    /// <summary>The name of the account; its security identifier when it has none, as principals of other domains.</summary>
    public static string AccountName(this DirectoryEntry entry) => entry["sAMAccountName"].FirstOrDefault() ?? entry.Sid();
}
