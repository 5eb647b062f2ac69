using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Cim;

/// <summary>
/// One instance, or the result of one method: a class name and properties in the order of the answer.
/// A value is null, string, bool, long, ulong, double, <see cref="DateTimeOffset"/>, <see cref="TimeSpan"/>,
/// <see cref="CimObject"/> or an object array of these. WS-Man carries most scalars as text without a type, so read them
/// with the typed accessors: they convert, and tell an absent or null property (null) from an unreadable one (a fault).
/// </summary>
public sealed class CimObject
{
    private readonly string[] _names;
    private readonly object?[] _values;

    /// <param name="names">Property names; shared between the objects of one answer.</param>
    /// <param name="values">As many values, in the same order.</param>
    public CimObject(string className, string[] names, object?[] values)
    {
        if (names.Length != values.Length)
            throw new ArgumentException("There must be as many values as names.", nameof(values));
        ClassName = className;
        _names = names;
        _values = values;
    }

    /// <summary>The class of the instance; empty for a row of a projecting query, which has none.</summary>
    public string ClassName { get; }

    /// <summary>Properties in the order of the answer.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Properties =>
        _names.Select((name, i) => new KeyValuePair<string, object?>(name, _values[i]));

    /// <summary>The value of a property by name, whatever its case; null when it is absent or null.</summary>
    public object? this[string name]
    {
        get
        {
            int i = IndexOf(name);
            return i < 0 ? null : _values[i];
        }
    }

    /// <summary>Whether the answer had the property at all, null or not.</summary>
    public bool Has(string name) => IndexOf(name) >= 0;

    public string? String(string name) => CimValue.ToStringOrNull(this[name]);

    /// <exception cref="CimFault">The value is no boolean.</exception>
    public bool? Boolean(string name) => Convert(name, CimValue.ToBoolean);

    /// <exception cref="CimFault">The value is no integer of 32 bits without sign.</exception>
    public uint? UInt32(string name) => Convert(name, CimValue.ToUInt32);

    /// <exception cref="CimFault">The value is no integer of 64 bits without sign.</exception>
    public ulong? UInt64(string name) => Convert(name, CimValue.ToUInt64);

    /// <exception cref="CimFault">The value is no integer of 64 bits.</exception>
    public long? Int64(string name) => Convert(name, CimValue.ToInt64);

    /// <exception cref="CimFault">The value is no date and time.</exception>
    public DateTimeOffset? DateTime(string name) => Convert(name, CimValue.ToDateTime);

    /// <summary>An array of texts; a single value counts as an array of one, as WS-Man cannot tell them apart.</summary>
    public IReadOnlyList<string?> Strings(string name) => CimValue.ToList(this[name]).Select(CimValue.ToStringOrNull).ToArray();

    /// <summary>An array of values; a single value counts as an array of one, null as an empty one.</summary>
    public IReadOnlyList<object?> List(string name) => CimValue.ToList(this[name]);

    public override string ToString() => ClassName;

    /// <summary>The same with other values; the names stay shared with the other objects of the answer.</summary>
    /// <param name="map">Given a name and its value, the new value.</param>
    internal CimObject With(Func<string, object?, object?> map)
    {
        object?[] values = new object?[_values.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = map(_names[i], _values[i]);
        return new CimObject(ClassName, _names, values);
    }

    /// <summary>Whether any value passes; in its own loop, since it runs over every row of every answer.</summary>
    internal bool AnyValue(Func<object?, bool> test)
    {
        foreach (object? value in _values)
        {
            if (test(value))
                return true;
        }
        return false;
    }

    private T? Convert<T>(string name, Func<object, T> convert)
        where T : struct
    {
        object? value = this[name];
        if (value is null)
            return null;
        try
        {
            return convert(value);
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException)
        {
            throw new CimFault(CimFaultKind.Protocol, ClassName + "." + name + " = " + CimValue.ToText(value), e);
        }
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }
}
