using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Domains;

namespace MedHardening.Tests.TestDoubles;

/// <summary>A directory with the answers that a test gives it, by the beginning of the filter; any other question finds nothing.</summary>
internal sealed class FakeDirectory : IDirectory
{
    private readonly List<(string Filter, DirectoryEntry Entry)> _entries = [];

    public string Domain => "hospital.example";

    /// <param name="attributes">Name and values; several values are separated by a line break.</param>
    public FakeDirectory With(string filter, string name, params (string Name, string Value)[] attributes)
    {
        _entries.Add((filter, new DirectoryEntry(name, attributes.ToDictionary(
            a => a.Name, a => (IReadOnlyList<string>)a.Value.Split('\n'), StringComparer.OrdinalIgnoreCase))));
        return this;
    }

    public Task<IReadOnlyList<DirectoryEntry>> SearchAsync(DirectorySearch search, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DirectoryEntry>>(
            _entries.Where(e => search.Filter.StartsWith(e.Filter, StringComparison.Ordinal)).Select(e => e.Entry).ToArray());

    public void Dispose()
    {
    }
}
