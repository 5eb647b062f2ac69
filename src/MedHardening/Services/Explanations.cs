using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>The updates and programs that came to a computer since the baseline was taken, and what they account for.</summary>
internal sealed class Explanations
{
    private readonly string[] _updates;
    private readonly ProgramEntry[] _programs;
    private readonly ProgramEntry[] _gone;

    public Explanations(ServiceBaseline reference, ServiceBaseline actual)
    {
        _updates = New(reference.Updates, actual.Updates, u => u.Name, u => u.InstalledOn, reference.TakenOn).Select(u => u.Name).ToArray();
        _programs = New(reference.Programs, actual.Programs, p => p.Name + "|" + p.Version, p => p.InstalledOn, reference.TakenOn).ToArray();
        HashSet<string> here = new((actual.Programs ?? []).Select(p => p.Name), StringComparer.OrdinalIgnoreCase);
        _gone = actual.Programs is null ? [] : (reference.Programs ?? []).Where(p => !here.Contains(p.Name)).ToArray();
    }

    /// <summary>What brought, changed or (<paramref name="isGone"/>) took away a file: updates in the Windows folder, programs in theirs. Empty when not known.</summary>
    /// <param name="byUpdates">Whether updates of Windows bring such things: services and their ports, not tasks outside \Microsoft\.</param>
    public IReadOnlyList<string> Of(string? path, bool byUpdates, bool isGone)
    {
        if (path is null)
            return [];
        if (WindowsFolders.Contains(path))
            return byUpdates ? _updates : [];
        return (isGone ? _gone.Concat(_programs) : _programs)
            .Where(p => ProgramFolders.Owns(p, path))
            .Select(p => (p.Name + " " + (p.Name.Contains(p.Version ?? "\0") ? "" : p.Version)).TrimEnd())
            .Distinct()
            .ToArray();
    }

    // Where the baseline has no list to compare with, the date decides.
    private static IEnumerable<T> New<T>(
        IReadOnlyList<T>? before, IReadOnlyList<T>? now, Func<T, string> key, Func<T, DateTime?> installed, DateTime? since)
    {
        if (now is null)
            return [];
        if (before is null)
            return now.Where(e => since is not null && installed(e) >= since);
        HashSet<string> known = new(before.Select(key), StringComparer.OrdinalIgnoreCase);
        return now.Where(e => !known.Contains(key(e)));
    }
}
