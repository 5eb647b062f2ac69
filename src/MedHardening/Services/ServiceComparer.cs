using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>Compares computers with one baseline; made once, used for all of a fleet. Not for two threads at a time.</summary>
public sealed class ServiceComparer
{
    private readonly ServiceBaseline _reference;
    private readonly EntryKeys _keys;
    private readonly EntryChanges _changes;
    private readonly LookAlikes _names;
    private readonly Dictionary<BaselineSection, Dictionary<string, BaselineEntry>> _index = new();

    public ServiceComparer(ServiceBaseline reference)
    {
        _reference = reference;
        _keys = new EntryKeys(reference.Volatile);
        _changes = new EntryChanges(_keys, reference.Volatile, reference.ByDisplayName);
        _names = new LookAlikes((reference.Services ?? []).Where(_ => !reference.ByDisplayName).Select(s => s.Name));
        foreach (BaselineSection section in HostInventory.Everything)
        {
            if (reference.Section(section) is { } entries)
                _index[section] = Index(entries);
        }
    }

    /// <summary>Sections that one of the two has and the other lacks: nothing is said about them.</summary>
    public IReadOnlyList<BaselineSection> NotCompared(ServiceBaseline actual) => HostInventory.Everything
        .Where(s => (_reference.Section(s) is null) != (actual.Section(s) is null)).ToArray();

    /// <summary>Every difference, in the order of sections and names.</summary>
    public IReadOnlyList<ServiceDifference> Compare(ServiceBaseline actual)
    {
        Findings findings = new(_reference, actual, _keys, _names);
        foreach (KeyValuePair<BaselineSection, Dictionary<string, BaselineEntry>> section in _index)
        {
            if (actual.Section(section.Key) is { } entries)
                Compare(section.Value, Index(entries), findings);
        }
        return findings.Sorted();
    }

    private void Compare(Dictionary<string, BaselineEntry> reference, Dictionary<string, BaselineEntry> actual, Findings findings)
    {
        List<BaselineEntry> added = new();
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, BaselineEntry> now in actual)
        {
            if (!reference.TryGetValue(now.Key, out BaselineEntry? old))
            {
                added.Add(now.Value);
                continue;
            }
            found.Add(now.Key);
            Compare(old, now.Value, findings);
        }
        Dictionary<string, Queue<BaselineEntry>> missing = new(StringComparer.OrdinalIgnoreCase);
        foreach (BaselineEntry old in reference.Where(r => !found.Contains(r.Key)).Select(r => r.Value))
            (missing.TryGetValue(EntryKeys.Loose(old) ?? old.Name, out Queue<BaselineEntry>? same) ? same : missing[EntryKeys.Loose(old) ?? old.Name] = new()).Enqueue(old);
        foreach (BaselineEntry now in added)
        {
            if (EntryKeys.Loose(now) is { } loose && missing.TryGetValue(loose, out Queue<BaselineEntry>? others) && others.Count > 0)
                Compare(others.Dequeue(), now, findings);
            else
                findings.Add(null, now, now is PortEntry ? ServiceChange.PortOpened : ServiceChange.Added, null, DifferenceWords.Of(now));
        }
        foreach (BaselineEntry old in missing.Values.SelectMany(m => m).Where(IsExpected))
            findings.Add(old, null, old is PortEntry ? ServiceChange.PortClosed : ServiceChange.Removed, DifferenceWords.Of(old), null);
    }

    private void Compare(BaselineEntry old, BaselineEntry now, Findings findings)
    {
        if (_reference.IsApproved(old) == false)
        {
            if (now is ServiceEntry { IsActive: true } or TaskEntry { Enabled: true })
                findings.Add(old, now, now is ServiceEntry ? ServiceChange.ShouldBeStopped : ServiceChange.NotApproved, null, DifferenceWords.Of(now));
            else if (now is not (ServiceEntry or TaskEntry))
                findings.Add(old, now, ServiceChange.NotApproved, null, DifferenceWords.Of(now));
            return;
        }
        if (old.Hosts is { } hosts && Shares.IsFew(hosts, _reference.Hosts) && _reference.IsApproved(old) is null)
            findings.Add(old, now, now is PortEntry ? ServiceChange.PortOpened : ServiceChange.Added, null, DifferenceWords.Of(now));
        foreach ((ServiceChange change, string? before, string? after) in _changes.Of(old, now))
            findings.Add(old, now, change, before, after);
    }

    /// <summary>Whether a computer without it is a difference.</summary>
    private bool IsExpected(BaselineEntry old) =>
        !old.Absent && _reference.IsApproved(old) != false
        && (old.Hosts is not { } hosts || Shares.IsFew(_reference.Hosts - hosts, _reference.Hosts));

    private Dictionary<string, BaselineEntry> Index(IReadOnlyList<BaselineEntry> entries) =>
        _reference.ByDisplayName && entries is IReadOnlyList<ServiceEntry> services
            ? services.GroupBy(s => s.DisplayName ?? s.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(g => g.Key, g => (BaselineEntry)g.First(), StringComparer.OrdinalIgnoreCase)
            : _keys.Index(entries);
}
