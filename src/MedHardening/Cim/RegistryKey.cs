using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Cim;

/// <summary>The roots of the registry, by the number that StdRegProv takes.</summary>
public enum RegistryHive : uint
{
    LocalMachine = 0x80000002,
    Users = 0x80000003,
}

/// <summary>Registry data types, by their number in Windows (winnt.h).</summary>
public enum RegistryType
{
    None = 0,
    String = 1,
    ExpandString = 2,
    Binary = 3,
    DWord = 4,
    MultiString = 7,
    QWord = 11,
}

/// <summary>A key read whole. Names compare without case, as Windows does; the default value has the empty name.</summary>
public sealed class RegistryKey
{
    private readonly Dictionary<string, RegistryValue> _values;

    public RegistryKey(string path, IReadOnlyList<string> subKeys, Dictionary<string, RegistryValue> values)
    {
        Path = path;
        SubKeys = subKeys;
        _values = values;
    }

    public string Path { get; }

    public IReadOnlyList<string> SubKeys { get; }

    public IReadOnlyCollection<string> ValueNames => _values.Keys;

    /// <summary>The value, or null when the key has none of that name.</summary>
    public RegistryValue? this[string name] => _values.TryGetValue(name, out RegistryValue? value) ? value : null;

    public bool HasSubKey(string name) => SubKeys.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A DWORD, or null when the value is absent.</summary>
    /// <exception cref="CimFault">The value is there with another type: present is not absent, and not a number.</exception>
    public uint? DWord(string name)
    {
        RegistryValue? value = this[name];
        if (value is null)
            return null;
        if (value.Type != RegistryType.DWord || value.Data is not uint number)
            throw new CimFault(CimFaultKind.Protocol, Path + "\\" + name + ": " + value.Type + ", expected DWord");
        return number;
    }
}

/// <summary>
/// A registry value. Data by type: string, uint, ulong, string[] or byte[]; null for a type that StdRegProv cannot read. An
/// ExpandString comes with its variables replaced by the host (GetExpandedStringValue); StdRegProv does not give the raw text.
/// </summary>
public sealed record RegistryValue(RegistryType Type, object? Data);
