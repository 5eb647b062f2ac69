using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MedHardening.Cim;

/// <summary>Conversions of CIM values, the same for every transport and for every console culture.</summary>
public static class CimValue
{
    /// <summary>A stable text for any value: invariant culture, arrays in braces, null as <c>null</c>.</summary>
    public static string ToText(object? value) => value switch
    {
        null => "null",
        string s => s,
        IEnumerable list => "{" + string.Join(",", list.Cast<object?>().Select(ToText)) + "}",
        CimObject o => o.ClassName + "(" + string.Join(",", o.Properties.Select(p => p.Key + "=" + ToText(p.Value))) + ")",
        _ => ToStringOrNull(value)!,
    };

    internal static string? ToStringOrNull(object? value) => value switch
    {
        null => null,
        string s => s,
        bool b => b ? "true" : "false",
        DateTimeOffset d => d.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => ToText(value),
    };

    internal static bool ToBoolean(object value) => value switch
    {
        bool b => b,
        string s => bool.Parse(s.Trim()),
        _ => throw new InvalidCastException(),
    };

    internal static uint ToUInt32(object value) =>
        value is string s ? uint.Parse(s, NumberStyles.Integer, CultureInfo.InvariantCulture) : Convert.ToUInt32(value, CultureInfo.InvariantCulture);

    internal static ulong ToUInt64(object value) =>
        value is string s ? ulong.Parse(s, NumberStyles.Integer, CultureInfo.InvariantCulture) : Convert.ToUInt64(value, CultureInfo.InvariantCulture);

    internal static long ToInt64(object value) =>
        value is string s ? long.Parse(s, NumberStyles.Integer, CultureInfo.InvariantCulture) : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    internal static DateTimeOffset ToDateTime(object value) => value switch
    {
        DateTimeOffset d => d,
        string s => DateTimeOffset.Parse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => throw new InvalidCastException(),
    };

    internal static IReadOnlyList<object?> ToList(object? value) => value switch
    {
        null => Array.Empty<object?>(),
        object?[] array => array,
        _ => new[] { value },
    };
}
