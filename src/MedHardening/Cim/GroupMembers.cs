using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the members of a host's own groups. <c>Win32_GroupUser</c> names members by domain and name only, and without a condition
/// walks the whole domain: https://learn.microsoft.com/windows/win32/cimwin32prov/win32-groupuser
/// </summary>
public static class GroupMembers
{
    internal const string Administrators = "S-1-5-32-544";

    // Each account of another domain costs a question; a group with more of them than this is not listed by hand anyway.
    private const int MaxForeign = 50;

    /// <summary>Direct members of a group of the host, which is named by its SID.</summary>
    /// <exception cref="CimFault">The group or its members could not be read, or there are more than 50 members.</exception>
    public static async Task<IReadOnlyList<GroupMember>> ReadGroupMembersAsync(this ICimSession session, string groupSid, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> groups = await session
            .QueryAsync(CimQuery.FromWql("root/cimv2", "SELECT * FROM Win32_Group WHERE LocalAccount = TRUE"), cancel).ConfigureAwait(false);
        CimObject group = groups.FirstOrDefault(g => g.String("SID") == groupSid)
            ?? throw new CimFault(CimFaultKind.AccessDenied, "Win32_Group: " + groupSid + " missing") { Host = session.Target.Name };
        string domain = group.String("Domain") ?? "";
        string name = group.String("Name") ?? "";
        string path = "Win32_Group.Domain=" + Quote(domain) + ",Name=" + Quote(name);
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(CimQuery.FromWql("root/cimv2", "SELECT * FROM Win32_GroupUser WHERE GroupComponent = " + Quote(path)), cancel)
            .ConfigureAwait(false);
        CimObject[] parts = rows.Where(r => IsOf(r, domain, name)).Select(r => r["PartComponent"]).OfType<CimObject>().ToArray();
        // The built-in administrator can be disabled, but not taken out of this group.
        if (parts.Length == 0 && groupSid == Administrators)
            throw new CimFault(CimFaultKind.AccessDenied, "Win32_GroupUser " + groupSid + ": no member") { Host = session.Target.Name };
        if (parts.Length > MaxForeign)
            throw new CimFault(CimFaultKind.LimitExceeded, "Win32_GroupUser " + groupSid + ": " + parts.Length) { Host = session.Target.Name };
        // The host's own accounts are in a list that others ask for too; on a domain controller that list is empty.
        IReadOnlyList<LocalAccount> own = await session.ReadLocalAccountsAsync(cancel).ConfigureAwait(false);
        List<GroupMember> members = new();
        foreach (CimObject part in parts)
        {
            string? sid = IsIn(part, domain) ? own.FirstOrDefault(a => Same(a.Name, part.String("Name")))?.Sid : null;
            members.Add(sid is null
                ? await ReadMemberAsync(session, part, cancel).ConfigureAwait(false)
                : new GroupMember(part.String("Domain") + "\\" + part.String("Name"), sid));
        }
        return members;
    }

    private static bool IsOf(CimObject row, string domain, string name) =>
        row["GroupComponent"] is CimObject group && IsIn(group, domain) && Same(group.String("Name"), name);

    private static bool IsIn(CimObject account, string domain) => Same(account.String("Domain"), domain);

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static async Task<GroupMember> ReadMemberAsync(ICimSession session, CimObject part, CancellationToken cancel)
    {
        string domain = part.String("Domain") ?? "";
        string name = part.String("Name") ?? "";
        // Keys in the condition let the provider fetch one account instead of walking the domain.
        IReadOnlyList<CimObject> accounts = await session.QueryAsync(
            CimQuery.FromWql("root/cimv2", "SELECT * FROM " + ClassOf(part) + " WHERE Domain = " + Quote(domain) + " AND Name = " + Quote(name)),
            cancel).ConfigureAwait(false);
        CimObject? account = accounts.FirstOrDefault(a => IsIn(a, domain) && Same(a.String("Name"), name));
        return new GroupMember(domain + "\\" + name, account?.String("SID"));
    }

    // The class comes from the host and goes into a query, so only those that can be members are let through.
    private static string ClassOf(CimObject part) => part.ClassName switch
    {
        "Win32_Group" or "Win32_SystemAccount" => part.ClassName,
        _ => "Win32_UserAccount",
    };

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}

/// <param name="Name">DOMAIN\name; the domain of the host's own accounts is its name.</param>
/// <param name="Sid">Null when the host does not know the account any more, or may not tell.</param>
public sealed record GroupMember(string Name, string? Sid);
