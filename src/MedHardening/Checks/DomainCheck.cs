using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Checks;

/// <summary>A check of one directory domain.</summary>
public abstract class DomainCheck : Check
{
    public abstract Task<Verdict> EvaluateAsync(IDirectory directory, object settings, CancellationToken cancel);
}

/// <summary>One directory domain and the one kind of question that can be asked of it: the seam of domain checks.</summary>
public interface IDirectory : IDisposable
{
    /// <summary>DNS name of the domain.</summary>
    string Domain { get; }

    /// <summary>Entries below <paramref name="searchBase"/> (null: the whole domain) that match an LDAP filter, attributes by name.</summary>
    Task<IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>>> SearchAsync(
        string? searchBase, string filter, IReadOnlyList<string> attributes, CancellationToken cancel);
}
