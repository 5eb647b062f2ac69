using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace MedHardening.Baselines.Yaml;

/// <summary>
/// Plain records to YAML, as <see cref="Binder"/> reads them back: scalars and maps line by line, each record of a list on one line
/// of its own, so that two versions of a file can be compared line by line. What has its default is left out. Line feeds only.
/// </summary>
internal sealed class YamlWriter(TextWriter output)
{
    public void Comment(string text) => output.Write("# " + text + "\n");

    public void Record(object record, string indent = "")
    {
        foreach ((string key, object value) in Written(record))
        {
            output.Write(indent + key + ":");
            if (IsList(value, out IEnumerable? list) && !IsScalarList(list))
            {
                output.Write(list.Cast<object>().Any() ? "\n" : " []\n");
                foreach (object item in list)
                    output.Write(indent + "  - " + Inline(item) + "\n");
            }
            else if (IsScalar(value) || value is IList or IDictionary)
            {
                output.Write(" " + Inline(value) + "\n");
            }
            else
            {
                output.Write("\n");
                Record(value, indent + "  ");
            }
        }
    }

    private static string Inline(object value) => value switch
    {
        _ when IsScalar(value) => YamlText.Of(value),
        IDictionary map => "{" + string.Join(", ", map.Keys.Cast<object>().Select(k => YamlText.Of(k) + ": " + Inline(map[k]!))) + "}",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object>().Select(Inline)) + "]",
        _ => "{" + string.Join(", ", Written(value).Select(p => p.Key + ": " + Inline(p.Value))) + "}",
    };

    // What all entries of a kind have comes first: the properties of the base class.
    private static IEnumerable<(string Key, object Value)> Written(object record)
    {
        Type type = record.GetType();
        object blank = Activator.CreateInstance(type)!;
        return Keys.Of(type)
            .OrderByDescending(p => p.DeclaringType != type)
            .Select(p => (Property: p, Value: p.GetValue(record)))
            .Where(p => p.Value is not null && (Keys.IsRequired(p.Property) || !IsDefault(p.Property, p.Value, blank)))
            .Select(p => (Keys.Camel(p.Property.Name), p.Value!));
    }

    // A list that may be null says by being there that it was made; patterns are written for people to edit.
    private static bool IsDefault(PropertyInfo property, object value, object blank) => property.GetValue(blank) switch
    {
        null => false,
        IList { Count: > 0 } => false,
        IList => value is IList { Count: 0 },
        IDictionary => value is IDictionary { Count: 0 },
        object same => same.Equals(value) && IsScalar(value),
    };

    private static bool IsScalar(object value) => ScalarBinder.Knows(value.GetType());

    private static bool IsList(object value, out IEnumerable list)
    {
        list = value as IEnumerable ?? Array.Empty<object>();
        return value is IEnumerable and not string and not IDictionary;
    }

    private static bool IsScalarList(IEnumerable list) => Keys.ElementOf(list.GetType()) is { } element && ScalarBinder.Knows(element);
}
