using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace MedHardening.Baselines.Yaml;

/// <summary>Holds the numbers of a file against <see cref="WithinAttribute"/>.</summary>
internal sealed class Ranges(FaultList faults)
{
    private static readonly ConcurrentDictionary<PropertyInfo, WithinAttribute?> s_within = new();

    /// <summary>False, with a fault for each number, when any of the entry is outside.</summary>
    public bool Hold(PropertyInfo property, YamlEntry entry)
    {
        if (s_within.GetOrAdd(property, static p => p.GetCustomAttribute<WithinAttribute>()) is not { } within)
        {
            return true;
        }

        YamlScalar[] outside = Scalars(entry.Value)
            .Where(s => ScalarBinder.Number(s) is long number && (number < within.Least || number > within.Most))
            .ToArray();
        foreach (YamlScalar scalar in outside)
        {
            string key = entry.Key.Value;
            faults.Add(scalar.Place, new Text(
                $"「{key}:」は{within.Least}から{within.Most}までの数にしてください。",
                $"'{key}:' must be a number from {within.Least} to {within.Most}."));
        }

        return outside.Length == 0;
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlList list => list.Items.SelectMany(Scalars),
        YamlMap map => map.Entries.SelectMany(e => Scalars(e.Value)),
        _ => [],
    };
}
