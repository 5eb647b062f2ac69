using System;
using System.Collections.Generic;
using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Linq;
using MedHardening.Cim;

namespace MedHardening.Domains.Ldap;

/// <summary>
/// Entries as text, whole: an attribute of which the controller sends only a part (<c>member;range=0-1499</c>, MS-ADTS
/// 3.1.1.3.1.3.3) is asked for again until the last value.
/// </summary>
internal sealed class EntryReader(LdapConnection connection, string domain)
{
    private const string Range = ";range=";
    private const int MostValues = 1_000_000;

    public DirectoryEntry Read(SearchResultEntry entry)
    {
        Dictionary<string, IReadOnlyList<string>> attributes = new(StringComparer.OrdinalIgnoreCase);
        foreach (DirectoryAttribute attribute in entry.Attributes.Values)
        {
            int mark = attribute.Name.IndexOf(Range, StringComparison.OrdinalIgnoreCase);
            string name = mark < 0 ? attribute.Name : attribute.Name.Substring(0, mark);
            string[] values = Values(name, attribute);
            // A controller that sends a part of the values also sends the attribute itself, without any.
            if (mark >= 0)
                attributes[name] = Rest(entry.DistinguishedName, name, values, Last(attribute.Name, mark));
            else if (values.Length > 0)
                attributes[name] = values;
        }
        return new DirectoryEntry(entry.DistinguishedName, attributes);
    }

    private IReadOnlyList<string> Rest(string entry, string name, IEnumerable<string> first, int? last)
    {
        List<string> values = [.. first];
        while (last is { } end)
        {
            if (values.Count > MostValues)
                throw new CimFault(CimFaultKind.LimitExceeded, $"{entry}: more than {MostValues} values of {name}") { Host = domain };
            string wanted = name + Range + (end + 1).ToString(CultureInfo.InvariantCulture) + "-*";
            SearchResponse response = (SearchResponse)connection.SendRequest(new SearchRequest(entry, "(objectClass=*)", SearchScope.Base, wanted));
            DirectoryAttribute more = response.Entries.Cast<SearchResultEntry>()
                .SelectMany(e => e.Attributes.Values.Cast<DirectoryAttribute>())
                .FirstOrDefault(a => a.Name.StartsWith(name + Range, StringComparison.OrdinalIgnoreCase))
                ?? throw new CimFault(CimFaultKind.Protocol, $"{entry}: no answer to {wanted}") { Host = domain };
            values.AddRange(Values(name, more));
            last = Last(more.Name, name.Length);
        }
        return values;
    }

    // The index of the last value sent; null when that was the last of all ("*").
    private int? Last(string name, int mark)
    {
        string last = name.Substring(name.IndexOf('-', mark) + 1);
        return last == "*" ? null
            : int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index
            : throw new CimFault(CimFaultKind.Protocol, name) { Host = domain };
    }

    private static string[] Values(string name, DirectoryAttribute attribute) =>
        attribute.GetValues(typeof(byte[])).Cast<byte[]>().Select(bytes => AttributeText.Of(name, bytes)).ToArray();
}
