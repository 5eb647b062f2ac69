using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the registry through <c>StdRegProv</c>. A key is always read whole (names, types, values), so that a recording
/// answers every later question about it. https://learn.microsoft.com/previous-versions/windows/desktop/regprov/stdregprov
/// </summary>
public static class Registry
{
    private const string Namespace = "root/default";
    private const string ClassName = "StdRegProv";

    // A method of a provider without instances answers with these instead of a fault.
    private const uint Success = 0;
    private const uint InvalidFunction = 1; // absent value, by some Windows versions
    private const uint FileNotFound = 2;
    private const uint AccessDenied = 5;

    /// <summary>Values and subkey names of a key, or null when the key does not exist.</summary>
    /// <exception cref="CimFault">The key exists but cannot be read, or a value is of a type its data does not have.</exception>
    public static async Task<RegistryKey?> ReadKeyAsync(
        this ICimSession session, RegistryHive hive, string path, CancellationToken cancel)
    {
        CimObject keys = await InvokeAsync(session, "EnumKey", hive, path, null, cancel).ConfigureAwait(false);
        if (IsAbsent(keys))
            return null;
        EnsureSuccess(keys, path);
        CimObject values = await InvokeAsync(session, "EnumValues", hive, path, null, cancel).ConfigureAwait(false);
        if (IsAbsent(values))
            return null;
        EnsureSuccess(values, path);

        // sNames is null when the key has no named value.
        IReadOnlyList<string?> names = values.Strings("sNames");
        IReadOnlyList<object?> types = values.List("Types");
        if (names.Count != types.Count)
            throw new CimFault(CimFaultKind.Protocol, "EnumValues " + path + ": " + names.Count + " names, " + types.Count + " types");

        Dictionary<string, RegistryValue> found = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < names.Count; i++)
        {
            RegistryType type = (RegistryType)CimValue.ToInt64(types[i]!);
            RegistryValue? value = await ReadValueAsync(session, hive, path, names[i] ?? "", type, cancel).ConfigureAwait(false);
            if (value is not null)
                found[names[i] ?? ""] = value;
        }
        return new RegistryKey(path, keys.Strings("sNames").Select(n => n ?? "").ToArray(), found);
    }

    private static async Task<RegistryValue?> ReadValueAsync(
        ICimSession session, RegistryHive hive, string path, string name, RegistryType type, CancellationToken cancel)
    {
        (string method, string result) = type switch
        {
            RegistryType.String => ("GetStringValue", "sValue"),
            RegistryType.ExpandString => ("GetExpandedStringValue", "sValue"),
            RegistryType.Binary => ("GetBinaryValue", "uValue"),
            RegistryType.DWord => ("GetDWORDValue", "uValue"),
            RegistryType.MultiString => ("GetMultiStringValue", "sValue"),
            RegistryType.QWord => ("GetQWORDValue", "uValue"),
            _ => ("", ""),
        };
        if (method.Length == 0)
            return new RegistryValue(type, null); // a type StdRegProv has no getter for: present, but not readable
        CimObject answer = await InvokeAsync(session, method, hive, path, name, cancel).ConfigureAwait(false);
        if (IsAbsent(answer))
            return null; // deleted between the two questions
        EnsureSuccess(answer, path + "\\" + name);
        return new RegistryValue(type, type switch
        {
            RegistryType.DWord => answer.UInt32(result),
            RegistryType.QWord => answer.UInt64(result),
            RegistryType.MultiString or RegistryType.Binary => answer.List(result).ToArray(),
            _ => answer.String(result) ?? "",
        });
    }

    private static Task<CimObject> InvokeAsync(
        ICimSession session, string method, RegistryHive hive, string path, string? valueName, CancellationToken cancel)
    {
        List<KeyValuePair<string, object?>> parameters =
        [
            new("hDefKey", (uint)hive),
            new("sSubKeyName", path),
        ];
        if (valueName is not null)
            parameters.Add(new("sValueName", valueName));
        return session.InvokeAsync(new CimMethod(Namespace, ClassName, method) { Parameters = parameters }, cancel);
    }

    private static bool IsAbsent(CimObject answer) => ReturnValue(answer) is InvalidFunction or FileNotFound;

    private static void EnsureSuccess(CimObject answer, string path)
    {
        uint code = ReturnValue(answer);
        if (code == Success)
            return;
        throw new CimFault(
            code == AccessDenied ? CimFaultKind.AccessDenied : CimFaultKind.HostFault,
            "StdRegProv " + path + ": 0x" + code.ToString("X8", System.Globalization.CultureInfo.InvariantCulture))
        {
            Code = code,
            Host = null,
        };
    }

    private static uint ReturnValue(CimObject answer) =>
        answer.UInt32("ReturnValue") ?? throw new CimFault(CimFaultKind.Protocol, "StdRegProv: no ReturnValue");
}

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

/// <summary>A key read whole. Names compare without case, as Windows does.</summary>
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

/// <summary>A registry value: string, uint, ulong, or an array of objects (multi-string, binary); null for exotic types.</summary>
public sealed record RegistryValue(RegistryType Type, object? Data);
