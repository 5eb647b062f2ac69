using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Baselines.Yaml;

/// <summary>One node of a YAML file: plain data with its place, without anchors, tags or types.</summary>
internal abstract record YamlNode(Place Place)
{
    /// <summary>Nothing was written where a value belongs: empty, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => this is YamlScalar { IsPlain: true, Value: "" or "~" or "null" or "Null" or "NULL" };
}

/// <param name="IsPlain">Written without quotes, so that it may be a number, a truth value or nothing.</param>
internal sealed record YamlScalar(Place Place, string Value, bool IsPlain) : YamlNode(Place);

internal sealed record YamlList(Place Place, IReadOnlyList<YamlNode> Items) : YamlNode(Place);

internal sealed record YamlMap(Place Place, IReadOnlyList<YamlEntry> Entries) : YamlNode(Place)
{
    public YamlNode? this[string key] => Entries.FirstOrDefault(e => e.Key.Value == key)?.Value;

    public YamlMap Where(Func<YamlEntry, bool> predicate) => this with { Entries = Entries.Where(predicate).ToArray() };

    /// <summary>This map's entries and, for keys that it lacks, those of <paramref name="other"/>.</summary>
    public YamlMap Over(YamlMap other) =>
        this with { Entries = [.. other.Entries.Where(e => this[e.Key.Value] is null), .. Entries] };
}

/// <summary>A node that already has its fault: nothing more is said about it.</summary>
internal sealed record YamlRefused(Place Place) : YamlNode(Place);

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
