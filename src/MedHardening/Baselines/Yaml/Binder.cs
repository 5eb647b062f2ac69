using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace MedHardening.Baselines.Yaml;

/// <summary>
/// Nodes to plain records: keys are the properties in camelCase, what is not written keeps the record's default, a
/// <c>required</c> property must be written. Every mistake becomes a fault; what could be read is there all the same,
/// so that later rules can be tried on it.
/// </summary>
/// <param name="onRecord">Called with every record below the root that has the right shape, and the map it was written as, to hold it against further rules.</param>
internal sealed class Binder(FaultList faults, Action<object, YamlMap>? onRecord = null)
{
    private readonly ScalarBinder _scalars = new(faults);
    private readonly Ranges _ranges = new(faults);
    private readonly Patterns _patterns = new(faults);

    /// <summary>The node as a map; null, with a fault, when it is none.</summary>
    public YamlMap? Map(YamlNode node)
    {
        if (node is not YamlMap and not YamlRefused)
        {
            faults.Add(node.Place, new Text("ここには「キー: 値」の組を書いてください。", "write 'key: value' pairs here."));
        }

        return node as YamlMap;
    }

    /// <summary>After any fault, required properties may be null.</summary>
    /// <param name="alsoKnown">Keys that the caller reads itself, to be named among the known ones.</param>
    public object Record(YamlMap map, Type type, params string[] alsoKnown)
    {
        object record = Activator.CreateInstance(type)!;
        IReadOnlyList<PropertyInfo> properties = Keys.Of(type);
        foreach (YamlEntry entry in map.Entries)
        {
            PropertyInfo? property = Keys.Find(type, entry.Key.Value);
            if (property is null)
            {
                Unknown(entry.Key, [.. properties.Select(p => Keys.Camel(p.Name)), .. alsoKnown]);
            }
            else
            {
                Set(record, property, entry);
            }
        }

        foreach (PropertyInfo property in properties.Where(Keys.IsRequired).Where(p => !IsWritten(map, p)))
        {
            string key = Keys.Camel(property.Name);
            faults.Add(map.Place, new Text($"「{key}:」がありません。書き加えてください。", $"'{key}:' is missing. Add it."));
        }

        return record;
    }

    private static bool IsWritten(YamlMap map, PropertyInfo property) => map[Keys.Camel(property.Name)] is not null;

    private void Unknown(YamlScalar key, string[] known)
    {
        string given = Printable.Quote(key.Value);
        Text suggestion = key.Value.Length > 0 && key.Value[0] == '\u3000' ? SyntaxHint.FullWidthIndent : Suggestion.Of(given, known);
        faults.Add(key.Place, new Text(
            $"「{given}」というキーはありません。{suggestion.Ja}", $"there is no key '{given}' here. {suggestion.En}"));
    }

    private void Set(object record, PropertyInfo property, YamlEntry entry)
    {
        if (entry.Value.IsNull)
        {
            if (Keys.IsRequired(property) || property.GetValue(record) is not null)
            {
                string key = entry.Key.Value;
                faults.Add(entry.Key.Place, new Text(
                    $"「{key}:」の値がありません。値を書くか、この行を消してください（空の一覧は [] と書きます）。",
                    $"'{key}:' has no value. Write one or delete the line (an empty list is [])."));
            }
        }
        else if (TryBind(entry.Value, property.PropertyType, out object? value) && _ranges.Hold(property, entry) && _patterns.Hold(property, entry))
        {
            property.SetValue(record, value);
        }
    }

    private bool TryBind(YamlNode node, Type type, out object? value)
    {
        value = null;
        if (node is YamlRefused)
        {
            return false;
        }

        if (type == typeof(YamlMap))
        {
            value = Map(node);
            return value is not null;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Located<>))
        {
            if (!TryBind(node, type.GetGenericArguments()[0], out object? inner))
            {
                return false;
            }

            value = Activator.CreateInstance(type, inner, node.Place);
            return true;
        }

        return Keys.ElementOf(type) is { } element ? TryList(node, type, element, out value)
            : Keys.PairOf(type) is { } pair ? TryDictionary(node, pair.Key, pair.Value, out value)
            : ScalarBinder.Knows(type) ? _scalars.TryBind(node, type, out value)
            : TryRecord(node, type, out value);
    }

    private bool TryRecord(YamlNode node, Type type, out object? value)
    {
        value = null;
        if (Map(node) is not { } map)
        {
            return false;
        }

        int before = faults.Count;
        value = Record(map, type);
        if (faults.Count == before)
        {
            onRecord?.Invoke(value, map);
        }

        return true;
    }

    private bool TryList(YamlNode node, Type type, Type element, out object? value)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        value = null;
        if (node is not YamlList items)
        {
            faults.Add(node.Place, new Text(
                "ここには一覧を書いてください。例: [A, B]、または行ごとに「- A」。", "write a list here: [A, B], or '- A' line by line."));
            return false;
        }

        foreach (YamlNode item in items.Items)
        {
            if (TryBind(item, element, out object? bound))
            {
                list.Add(bound);
            }
        }

        if (!type.IsArray)
        {
            value = list;
            return true;
        }

        var array = Array.CreateInstance(element, list.Count);
        list.CopyTo(array, 0);
        value = array;
        return true;
    }

    private bool TryDictionary(YamlNode node, Type keyType, Type valueType, out object? value)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(keyType, valueType))!;
        value = dictionary;
        if (Map(node) is not { } map)
        {
            return false;
        }

        foreach (YamlEntry entry in map.Entries)
        {
            if (_scalars.TryBind(entry.Key, keyType, out object? key) & TryBind(entry.Value, valueType, out object? bound))
            {
                dictionary[key!] = bound;
            }
        }

        return true;
    }
}
