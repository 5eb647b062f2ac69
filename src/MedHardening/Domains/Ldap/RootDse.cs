using System.DirectoryServices.Protocols;
using System.Linq;
using MedHardening.Cim;

namespace MedHardening.Domains.Ldap;

/// <summary>What a controller says of itself to everyone (MS-ADTS 3.1.1.3.2).</summary>
/// <param name="DefaultNamingContext">Distinguished name of its domain.</param>
/// <param name="Host">DNS name of the controller.</param>
internal sealed record RootDse(string DefaultNamingContext, string Host)
{
    /// <summary>DNS name of the domain, from <c>DC=med,DC=example</c>.</summary>
    public string Domain => string.Join(".", DefaultNamingContext.Split(',').Select(part => part.Trim().Substring("DC=".Length)));

    /// <exception cref="CimFault">What answered is not a controller of Active Directory.</exception>
    /// <exception cref="DirectoryException">It did not answer.</exception>
    public static RootDse Read(LdapConnection connection)
    {
        SearchResponse response = (SearchResponse)connection.SendRequest(
            new SearchRequest("", "(objectClass=*)", SearchScope.Base, "defaultNamingContext", "dnsHostName"));
        SearchResultEntry? entry = response.Entries.Cast<SearchResultEntry>().FirstOrDefault();
        string naming = Value(entry, "defaultNamingContext");
        return naming.Length > 0 && naming.Split(',').All(part => part.Trim().StartsWith("DC=", System.StringComparison.OrdinalIgnoreCase))
            ? new RootDse(naming, Value(entry, "dnsHostName"))
            : throw new CimFault(CimFaultKind.Protocol, "not a controller of Active Directory: defaultNamingContext=" + naming);
    }

    private static string Value(SearchResultEntry? entry, string name) =>
        entry?.Attributes[name]?.GetValues(typeof(string)).Cast<string>().FirstOrDefault() ?? "";
}
