using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Domains;

namespace MedHardening.Fleet.Inventory;

/// <summary>A computer account of a domain.</summary>
public sealed record DirectoryComputer(string Domain, DirectoryEntry Entry)
{
    private const string AllComputers = "(objectCategory=computer)";

    private static readonly string[] s_attributes =
    [
        "sAMAccountName", "dNSHostName", "operatingSystem", "operatingSystemVersion", "userAccountControl", "lastLogonTimestamp", "whenCreated",
    ];

    /// <summary>Without the dollar sign that ends the names of computer accounts.</summary>
    public string AccountName => (Value("sAMAccountName") ?? "").TrimEnd('$');

    public string? DnsName => Value("dNSHostName");

    public string? OperatingSystem => Value("operatingSystem");

    public string? OperatingSystemVersion => Value("operatingSystemVersion");

    public bool IsEnabled => Entry.Control() is { } control && !control.HasFlag(AccountControl.Disabled);

    public DateTimeOffset? LastLogon => Entry.FileTime("lastLogonTimestamp");

    // Product names are the same in every language: "Windows Server 2022 Standard".
    public string Role => Entry.Control()?.HasFlag(AccountControl.ServerTrust) == true
        || OperatingSystem?.IndexOf("Server", StringComparison.OrdinalIgnoreCase) >= 0 ? Roles.Server : Roles.Client;

    /// <summary>The distinguished name without its first part; a comma in that is escaped (RFC 4514).</summary>
    public string OrganizationalUnit
    {
        get
        {
            string name = Entry.DistinguishedName;
            int comma = name.IndexOf(',');
            while (comma > 0 && name[comma - 1] == '\\')
                comma = name.IndexOf(',', comma + 1);
            return name.Substring(comma + 1);
        }
    }

    /// <param name="searchBase">Distinguished name to search below; null for the whole domain.</param>
    /// <param name="filter">LDAP filter (RFC 4515) that the accounts must also match; null for all.</param>
    /// <exception cref="Cim.CimFault">The directory did not answer.</exception>
    public static async Task<IReadOnlyList<DirectoryComputer>> ReadAsync(
        IDirectory directory, string? searchBase, string? filter, CancellationToken cancel)
    {
        string wanted = filter is null ? AllComputers : "(&" + AllComputers + (filter.Length > 0 && filter[0] == '(' ? filter : "(" + filter + ")") + ")";
        return (await directory.SearchAsync(new DirectorySearch(searchBase, wanted, s_attributes), cancel).ConfigureAwait(false))
            .Select(e => new DirectoryComputer(directory.Domain, e))
            .Where(c => c.AccountName.Length > 0)
            .ToArray();
    }

    /// <summary>Whether the account has surely not signed in for so many days.</summary>
    public bool IsStale(int days, DateTime asOf) =>
        IsEnabled && Entry.LastUse() is { } last && DirectoryTimes.IsUnused(last, days, asOf);

    private string? Value(string attribute) => Entry[attribute].FirstOrDefault();
}
