using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;

namespace MedHardening.Domains;

/// <summary>Asks each question of a directory once, and keeps the answers in the form that hosts' answers are kept in.</summary>
public sealed class RecordingDirectory(IDirectory inner) : IDirectory
{
    private readonly ConcurrentDictionary<string, Lazy<Task<RecordedAnswer>>> _answers = new(StringComparer.Ordinal);

    public string Domain => inner.Domain;

    /// <summary>The answers so far; <see cref="SnapshotFile"/> stores them.</summary>
    public HostRecording Recording(DateTimeOffset measuredAt) => new(
        Domain,
        measuredAt,
        null,
        _answers.Where(a => a.Value.Value.Status == TaskStatus.RanToCompletion).ToDictionary(a => a.Key, a => a.Value.Value.Result));

    public async Task<IReadOnlyList<DirectoryEntry>> SearchAsync(DirectorySearch search, CancellationToken cancel)
    {
        RecordedAnswer answer = await _answers
            .GetOrAdd(search.Key, _ => new Lazy<Task<RecordedAnswer>>(() => AskAsync(search, cancel))).Value.ConfigureAwait(false);
        return EntryRows.ToEntries(answer);
    }

    public void Dispose() => inner.Dispose();

    private async Task<RecordedAnswer> AskAsync(DirectorySearch search, CancellationToken cancel)
    {
        try
        {
            return EntryRows.ToAnswer(await inner.SearchAsync(search, cancel).ConfigureAwait(false));
        }
        catch (CimFault fault)
        {
            return new RecordedAnswer([], fault);
        }
    }
}

/// <summary>A directory that answers from its recording; a question that was never asked is a fault, not an empty answer.</summary>
public sealed class SnapshotDirectory(HostRecording recording) : IDirectory
{
    public string Domain => recording.Host;

    public Task<IReadOnlyList<DirectoryEntry>> SearchAsync(DirectorySearch search, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (recording.OpenFault is not null)
            throw recording.OpenFault.Again();
        return recording.Answers.TryGetValue(search.Key, out RecordedAnswer? answer)
            ? Task.FromResult(EntryRows.ToEntries(answer))
            : throw new CimFault(CimFaultKind.NotRecorded, search.Key) { Host = Domain };
    }

    public void Dispose()
    {
    }
}

/// <summary>Entries as the rows that a recording holds: the distinguished name and an array for each attribute.</summary>
internal static class EntryRows
{
    private const string Name = "distinguishedName";

    public static RecordedAnswer ToAnswer(IReadOnlyList<DirectoryEntry> entries) => new(
        entries.Select(e => new CimObject(
            "",
            e.Attributes.Keys.Prepend(Name).ToArray(),
            e.Attributes.Values.Select(v => (object?)v.Cast<object?>().ToArray()).Prepend(e.DistinguishedName).ToArray())).ToArray(),
        null);

    public static IReadOnlyList<DirectoryEntry> ToEntries(RecordedAnswer answer) => answer.RowsOrThrow()
        .Select(row => new DirectoryEntry(
            row.String(Name)!,
            row.Properties.Skip(1).ToDictionary(
                p => p.Key,
                p => (IReadOnlyList<string>)row.Strings(p.Key).Select(v => v!).ToArray(),
                StringComparer.OrdinalIgnoreCase)))
        .ToArray();
}
