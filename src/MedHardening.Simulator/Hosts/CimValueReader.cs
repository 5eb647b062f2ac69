using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using MedHardening.Simulator.Cim;
using YamlDotNet.RepresentationModel;

namespace MedHardening.Simulator.Hosts;

/// <summary>YAML values as the CIM values that the class says they are.</summary>
internal sealed class CimValueReader(YamlReading yaml, ClassCatalog classes)
{
    public object? Value(CimProperty property, YamlNode node, string ns)
    {
        if (YamlReading.IsNull(node))
            return null;
        if (!property.Type.IsArray)
            return Scalar(property.Type, node, ns);
        return yaml.Items(node).Select(item => Scalar(property.Type, item, ns)).ToArray();
    }

    private object Scalar(CimType type, YamlNode node, string ns)
    {
        if (type.Kind == CimKind.Object)
            return Embedded(type, node, ns);
        if (type.Kind == CimKind.Reference)
            return Reference(node, ns);
        string text = yaml.Text(node);
        return Parse(type, text) ?? throw yaml.Fault(node, "'" + text + "' is no " + type.Kind.ToString().ToLowerInvariant());
    }

    /// <summary>The value that a text is for a type; null when it is none.</summary>
    public static object? Parse(CimType type, string text)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        return type.Kind switch
        {
            CimKind.String => text,
            CimKind.Boolean => bool.TryParse(text, out bool b) ? b : null,
            CimKind.UInt64 => Unsigned(text) is { } u ? (u <= long.MaxValue ? (long)u : u) : null,
            CimKind.Real32 or CimKind.Real64 => double.TryParse(text, NumberStyles.Float, invariant, out double d) ? d : null,
            CimKind.DateTime => DateTimeOffset.TryParse(text, invariant, DateTimeStyles.AssumeUniversal, out DateTimeOffset t) ? t
                : CimText.TryParseDmtf(text, out DateTimeOffset dmtf) ? dmtf : null,
            CimKind.Interval => Interval(text),
            _ => Integer(type.Kind, text),
        };
    }

    private static ulong? Unsigned(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hex) ? hex : null
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number : null;

    private static long? Integer(CimKind kind, string text)
    {
        long? number = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long n)
            ? n
            : Unsigned(text) is { } u && u <= long.MaxValue ? (long)u : null;
        (long min, long max) = kind switch
        {
            CimKind.UInt8 => (0, byte.MaxValue),
            CimKind.UInt16 or CimKind.Char16 => (0, ushort.MaxValue),
            CimKind.UInt32 => (0, uint.MaxValue),
            CimKind.SInt8 => (sbyte.MinValue, sbyte.MaxValue),
            CimKind.SInt16 => (short.MinValue, short.MaxValue),
            CimKind.SInt32 => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        return number >= min && number <= max ? number : null;
    }

    private static TimeSpan? Interval(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A mapping of properties; <c>$class</c> names a class other than the declared one.</summary>
    private CimInstance Embedded(CimType type, YamlNode node, string ns)
    {
        List<KeyValuePair<YamlScalarNode, YamlNode>> entries = yaml.Entries(node).ToList();
        string? className = type.ClassName;
        foreach ((YamlScalarNode key, YamlNode value) in entries)
        {
            if (key.Value == "$class")
                className = yaml.Text(value);
        }
        CimClass? found = className is null ? null : classes.Find(ns, className);
        if (found is null)
            throw yaml.Fault(node, "there is no class file for " + ns + ":" + (className ?? "(an object without class)"));
        List<KeyValuePair<string, object?>> given = [];
        foreach ((YamlScalarNode key, YamlNode value) in entries)
        {
            if (key.Value == "$class")
                continue;
            int index = found.IndexOf(key.Value!);
            if (index < 0)
                throw yaml.Fault(key, found.Name + " has no property " + key.Value);
            given.Add(KeyValuePair.Create(found.Properties[index].Name, Value(found.Properties[index], value, ns)));
        }
        return found.CreateInstance().With(given);
    }

    /// <summary><c>{class: Win32_Directory, Name: 'C:\'}</c>.</summary>
    private CimReference Reference(YamlNode node, string ns)
    {
        string? className = null;
        List<KeyValuePair<string, string>> keys = [];
        foreach ((YamlScalarNode key, YamlNode value) in yaml.Entries(node))
        {
            if (key.Value == "class")
                className = yaml.Text(value);
            else
                keys.Add(KeyValuePair.Create(key.Value!, yaml.Text(value)));
        }
        return className is null
            ? throw yaml.Fault(node, "a reference names its class and keys: {class: X, Key: value}")
            : new CimReference(ns, className, keys);
    }
}
