using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace MedHardening.Services;

/// <summary>
/// Which entries of two baselines are the same thing: by names from which everything that changes by itself has been taken.
/// </summary>
internal sealed class EntryKeys
{
    private const string Any = "*";

    // Versions (142.0.3595.94, 4.18.25100.9008-0), GUIDs, SIDs of people, hashes in the names of driver packages.
    private static readonly Regex s_changing = new(
        @"\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?|S-1-(?:5-21|12-1)(?:-\d+)+|\d+(?:\.\d+){2,}(?:-\d+)?|(?<=\.inf_[a-z0-9]+_)[0-9a-f]{16}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // In the names of programs two numbers are a version too: 7-Zip 25.01 (x64).
    private static readonly Regex s_version = new(@"\d+(?:\.\d+)+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // Most names come again in every baseline of a fleet.
    private readonly Dictionary<string, string> _masked = new(StringComparer.Ordinal);
    private readonly Wildcards _services;
    private readonly Wildcards _tasks;
    private readonly Wildcards _autoruns;
    private readonly Regex[] _paths;
    private readonly PortRange[] _ports;
    private readonly PortRange[] _dynamicPorts;

    public EntryKeys(VolatilePatterns patterns)
    {
        _services = new Wildcards(patterns.Services);
        _tasks = new Wildcards(patterns.Tasks);
        _autoruns = new Wildcards(patterns.Autoruns);
        _paths = patterns.Paths.Select(Wildcards.Pattern).ToArray();
        _ports = patterns.Ports.Select(PortRange.TryParse).OfType<PortRange>().ToArray();
        _dynamicPorts = patterns.DynamicPorts.Select(PortRange.TryParse).OfType<PortRange>().ToArray();
    }

    /// <summary>The key of an entry within its section; null when it does not count.</summary>
    public string? Of(BaselineEntry entry) => entry switch
    {
        ServiceEntry service => _services.Match(service.Name) ? null : Masked(service.Name),
        ProgramEntry program => program.Scope + "|" + program.Name,
        PortEntry port => OfPort(port),
        TaskEntry task => _tasks.Match(task.Name) ? null : Masked(task.Name),
        AutorunEntry autorun => _autoruns.Match(autorun.Name) ? null : autorun.Place + "|" + Masked(autorun.Name),
        _ => entry.Name,
    };

    /// <summary>
    /// Entries by their keys, those that do not count left out. Programs may have one name twice, their package and what it contains:
    /// these are numbered in the order of their versions. Of other entries that differ in nothing that counts one stands for all.
    /// </summary>
    public Dictionary<string, BaselineEntry> Index(IReadOnlyList<BaselineEntry> entries)
    {
        Dictionary<string, BaselineEntry> index = new(entries.Count, StringComparer.OrdinalIgnoreCase);
        foreach (BaselineEntry entry in entries is IReadOnlyList<ProgramEntry> programs ? programs.OrderBy(p => p.Version, StringComparer.Ordinal) : entries.AsEnumerable())
        {
            if (Of(entry) is not { } key)
                continue;
            for (int twin = 2; entry is ProgramEntry && index.ContainsKey(key); twin++)
                key = Of(entry) + "|" + twin.ToString(CultureInfo.InvariantCulture);
            // A port that is open to the network stands for one that is not.
            if (!index.TryGetValue(key, out BaselineEntry? first) || first is PortEntry { Loopback: true })
                index[key] = entry;
        }
        return index;
    }

    /// <summary>The key by which what found no partner gets a second chance; null for none.</summary>
    public static string? Loose(BaselineEntry entry) =>
        entry is ProgramEntry program ? program.Scope + "|" + s_version.Replace(program.Name, Any) : null;

    /// <summary>How a port is shown: a dynamic one by its range.</summary>
    public string NameOf(PortEntry port) => Range(port, _dynamicPorts)?.ToString() ?? port.Name;

    public bool IsSamePath(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        || (one is not null && other is not null
            && (string.Equals(Masked(one), Masked(other), StringComparison.OrdinalIgnoreCase) || Array.Exists(_paths, p => p.IsMatch(one) && p.IsMatch(other))));

    private string? OfPort(PortEntry port) =>
        Range(port, _ports) is not null ? null
        : (Range(port, _dynamicPorts)?.ToString() ?? port.Name) + "|" + port.Owner.ToLowerInvariant();

    private static PortRange? Range(PortEntry port, PortRange[] ranges) =>
        PortRange.TryParse(port.Name) is { } one ? Array.Find(ranges, r => r.Contains(one)) : null;

    private string Masked(string text)
    {
        if (!_masked.TryGetValue(text, out string? masked))
            _masked[text] = masked = s_changing.Replace(text, Any);
        return masked;
    }
}
