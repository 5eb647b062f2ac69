using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Domains;

/// <summary>One directory domain and the one kind of question that can be asked of it: the seam of domain checks.</summary>
public interface IDirectory : IDisposable
{
    /// <summary>DNS name of the domain.</summary>
    string Domain { get; }

    /// <summary>The entries that match, each with those of the wanted attributes that it has.</summary>
    /// <exception cref="Cim.CimFault">The directory refused or could not be understood.</exception>
    Task<IReadOnlyList<DirectoryEntry>> SearchAsync(DirectorySearch search, CancellationToken cancel);
}

/// <summary>A question for entries. Two searches with the same <see cref="Key"/> are the same question.</summary>
/// <param name="Base">Distinguished name to search below; null for the whole domain.</param>
/// <param name="Filter">LDAP filter (RFC 4515).</param>
/// <param name="Attributes">Names of the attributes wanted.</param>
public sealed record DirectorySearch(string? Base, string Filter, IReadOnlyList<string> Attributes)
{
    /// <summary>The identity of the question, for recordings.</summary>
    public string Key => string.Join(
        "|", new[] { "ldap", Base?.ToLowerInvariant(), Filter }.Concat(Attributes.Select(a => a.ToLowerInvariant()).OrderBy(a => a, StringComparer.Ordinal)));
}

/// <summary>One entry: its distinguished name, and values by attribute; names compare without case.</summary>
public sealed record DirectoryEntry(string DistinguishedName, IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes)
{
    /// <summary>The values of an attribute; empty when the entry does not have it.</summary>
    public IReadOnlyList<string> this[string attribute] =>
        Attributes.TryGetValue(attribute, out IReadOnlyList<string>? values) ? values : [];
}
