using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using MedHardening.Baselines.Yaml;

namespace MedHardening.Services;

/// <summary>
/// Makes one baseline of the computers of a role: what all have, what some have and how many, and which values differ too often to be
/// compared. A value of nearly all is the value; the few computers that differ are then real exceptions.
/// </summary>
public static class ServiceBaselineMerge
{
    private static readonly string[] s_own = [nameof(BaselineEntry.Hosts), nameof(BaselineEntry.Varies)];

    /// <param name="baselines">At least one. A section counts when all of them have it.</param>
    public static ServiceBaseline Of(string role, IReadOnlyList<ServiceBaseline> baselines)
    {
        VolatilePatterns patterns = baselines[0].Volatile;
        EntryKeys keys = new(patterns);
        return new ServiceBaseline
        {
            Schema = ServiceBaseline.SchemaId,
            Role = role,
            Hosts = baselines.Count,
            TakenOn = baselines.Min(b => b.TakenOn),
            Windows = string.Join(" / ", baselines.Select(b => b.Windows).OfType<string>().Distinct().OrderBy(w => w, StringComparer.Ordinal)),
            Volatile = patterns,
        }.With(section => baselines.All(b => b.Section(section) is not null) ? Merge(section, baselines, keys) : null);
    }

    private static BaselineEntry[] Merge(BaselineSection section, IReadOnlyList<ServiceBaseline> baselines, EntryKeys keys) => baselines
        .SelectMany(b => keys.Index(b.Section(section)!))
        .GroupBy(e => e.Key, StringComparer.OrdinalIgnoreCase)
        .Select(g => Merge(g.Select(e => e.Value).ToArray(), baselines.Count))
        .OrderBy(e => e.Name, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Name, StringComparer.Ordinal)
        .ToArray();

    private static BaselineEntry Merge(BaselineEntry[] entries, int hosts)
    {
        Type type = entries[0].GetType();
        PropertyInfo[] properties = Keys.Of(type).Where(p => !s_own.Contains(p.Name)).ToArray();
        object?[] usual = new object?[properties.Length];
        List<string> varies = new();
        for (int i = 0; i < properties.Length; i++)
        {
            IGrouping<string, BaselineEntry> most = entries
                .GroupBy(e => Text(properties[i].GetValue(e))).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
            usual[i] = properties[i].GetValue(most.First());
            if (!Shares.IsFew(entries.Length - most.Count(), entries.Length) && properties[i].DeclaringType == type)
                varies.Add(Keys.Camel(properties[i].Name));
        }
        var merged = (BaselineEntry)Activator.CreateInstance(type)!;
        for (int i = 0; i < properties.Length; i++)
            properties[i].SetValue(merged, usual[i]);
        return merged with { Hosts = entries.Length == hosts ? null : entries.Length, Varies = varies };
    }

    private static string Text(object? value) => value is IEnumerable<string> list ? string.Join("\n", list) : value?.ToString() ?? "";
}
