using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>Brings the decisions of an older baseline into a new one.</summary>
public static class Decisions
{
    /// <summary>
    /// Each entry of <paramref name="fresh"/> with what was decided about it. A decision about all holds for the entries that it was made
    /// about and not for new ones, so it is written to each of them. Decided entries that are gone stay, marked absent: what was forbidden
    /// stays forbidden. Patterns are those of the older one.
    /// </summary>
    public static ServiceBaseline Carry(ServiceBaseline old, ServiceBaseline fresh)
    {
        EntryKeys keys = new(old.Volatile);
        return (fresh with { Volatile = old.Volatile }).With(section => (old.Section(section), fresh.Section(section)) switch
        {
            (null, var now) => now,
            (var before, null) => before.Where(e => e.Approved is not null).ToArray() is { Length: > 0 } decided ? decided : null,
            (var before, var now) => Carry(old, before, now, keys),
        });
    }

    private static BaselineEntry[] Carry(
        ServiceBaseline baseline, IReadOnlyList<BaselineEntry> before, IReadOnlyList<BaselineEntry> now, EntryKeys keys)
    {
        Dictionary<string, BaselineEntry> decided = new(StringComparer.OrdinalIgnoreCase);
        foreach (BaselineEntry entry in before.Where(e => baseline.IsApproved(e) is not null))
            decided[Key(entry, keys)] = entry;
        List<BaselineEntry> carried = new();
        foreach (BaselineEntry entry in now)
        {
            string key = Key(entry, keys);
            carried.Add(decided.TryGetValue(key, out BaselineEntry? old) ? With(entry, old, baseline) : entry);
            decided.Remove(key);
        }
        carried.AddRange(decided.Values.Where(e => e.Approved is not null).Select(e => e with { Absent = true, Hosts = null }));
        return carried.OrderBy(e => e.Name, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Name, StringComparer.Ordinal).ToArray();
    }

    private static BaselineEntry With(BaselineEntry entry, BaselineEntry old, ServiceBaseline baseline) => old.Approved is null
        ? entry with { Approved = baseline.Approved, Reason = baseline.Reason, By = baseline.By, On = baseline.On }
        : entry with { Approved = old.Approved, Reason = old.Reason, By = old.By, On = old.On };

    private static string Key(BaselineEntry entry, EntryKeys keys) => EntryKeys.Loose(entry) ?? keys.Of(entry) ?? entry.Name;
}
