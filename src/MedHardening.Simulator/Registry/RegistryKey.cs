using System;
using System.Collections.Generic;

namespace MedHardening.Simulator.Registry;

/// <summary>Data types by their number in winnt.h.</summary>
internal enum RegistryType
{
    String = 1,
    ExpandString = 2,
    Binary = 3,
    DWord = 4,
    MultiString = 7,
    QWord = 11,
}

/// <summary>Data: string, byte[], uint, ulong or string[].</summary>
internal sealed record RegistryValue(string Name, RegistryType Type, object Data)
{
    public static RegistryValue Of(string name, object data) => new(name, data switch
    {
        string => RegistryType.String,
        uint => RegistryType.DWord,
        ulong => RegistryType.QWord,
        byte[] => RegistryType.Binary,
        string[] => RegistryType.MultiString,
        _ => throw new ArgumentException(data.GetType().Name, nameof(data)),
    }, data);
}

/// <summary>What the caller may do with a key; with those below it, too, unless it is <see cref="Full"/>.</summary>
internal enum KeyAccess
{
    Full,

    /// <summary>Every write is error 5.</summary>
    Read,

    /// <summary>It cannot even be opened.</summary>
    None,
}

/// <summary>
/// A key with all below it. Immutable: a write makes new keys along its path, so that hosts share what they did not change
/// and readers need no lock. Subkeys are sorted without case, values keep the order in which they were made.
/// </summary>
internal sealed class RegistryKey
{
    private readonly RegistryKey[] _subKeys;
    private readonly RegistryValue[] _values;

    public RegistryKey(string name, RegistryKey[] subKeys, RegistryValue[] values, KeyAccess access)
    {
        Name = name;
        _subKeys = subKeys;
        _values = values;
        Access = access;
    }

    public static RegistryKey Empty(string name) => new(name, [], [], KeyAccess.Full);

    public string Name { get; }

    public IReadOnlyList<RegistryKey> SubKeys => _subKeys;

    public IReadOnlyList<RegistryValue> Values => _values;

    public KeyAccess Access { get; }

    /// <summary>The caller may not open this key: error 5.</summary>
    public bool IsDenied => Access == KeyAccess.None;

    public RegistryKey? SubKey(string name)
    {
        int index = IndexOf(name);
        return index < 0 ? null : _subKeys[index];
    }

    public RegistryValue? Value(string name)
    {
        foreach (RegistryValue value in _values)
        {
            if (value.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        return null;
    }

    public RegistryKey With(RegistryKey subKey)
    {
        int index = IndexOf(subKey.Name);
        RegistryKey[] keys;
        if (index >= 0)
        {
            keys = (RegistryKey[])_subKeys.Clone();
            keys[index] = subKey;
        }
        else
        {
            keys = [.. _subKeys.AsSpan(0, ~index), subKey, .. _subKeys.AsSpan(~index)];
        }
        return new RegistryKey(Name, keys, _values, Access);
    }

    public RegistryKey WithoutSubKey(string name) =>
        new(Name, Array.FindAll(_subKeys, k => !k.Name.Equals(name, StringComparison.OrdinalIgnoreCase)), _values, Access);

    public RegistryKey With(RegistryValue value)
    {
        int index = Array.FindIndex(_values, v => v.Name.Equals(value.Name, StringComparison.OrdinalIgnoreCase));
        RegistryValue[] values = index < 0 ? [.. _values, value] : (RegistryValue[])_values.Clone();
        if (index >= 0)
            values[index] = value with { Name = _values[index].Name };
        return new RegistryKey(Name, _subKeys, values, Access);
    }

    public RegistryKey WithoutValue(string name) =>
        new(Name, _subKeys, Array.FindAll(_values, v => !v.Name.Equals(name, StringComparison.OrdinalIgnoreCase)), Access);

    public RegistryKey With(KeyAccess access) => new(Name, _subKeys, _values, access);

    private int IndexOf(string name)
    {
        int low = 0;
        int high = _subKeys.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = StringComparer.OrdinalIgnoreCase.Compare(_subKeys[middle].Name, name);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }
}
