using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the registry through <c>StdRegProv</c>. A key is always read whole (names, types, values), so that a recording
/// answers every later question about it. https://learn.microsoft.com/previous-versions/windows/desktop/regprov/stdregprov
/// </summary>
public static partial class Registry
{
    private const string Namespace = "root/default";
    private const string ClassName = "StdRegProv";

    // Win32 errors in ReturnValue; an absent value is 2, on some versions of Windows 1 (winerror.h).
    private const uint Success = 0;
    private const uint InvalidFunction = 1;
    private const uint FileNotFound = 2;
    private const uint PathNotFound = 3;
    private const uint AccessDenied = 5;
    private const uint TypeMismatch = 0x80041005;

    // Each value costs a question; keys that are read here have a few dozen.
    private const int MaxValues = 5000;

    /// <summary>Values and subkey names of a key, or null when the key does not exist.</summary>
    /// <exception cref="CimFault">The key exists but cannot be read, or a value is of a type its data does not have.</exception>
    public static async Task<RegistryKey?> ReadKeyAsync(
        this ICimSession session, RegistryHive hive, string path, CancellationToken cancel)
    {
        IReadOnlyList<string>? subKeys = await session.ReadSubKeysAsync(hive, path, cancel).ConfigureAwait(false);
        if (subKeys is null)
            return null;
        // Without values the key was deleted between the two questions.
        return await ReadValuesAsync(session, hive, path, _ => true, cancel).ConfigureAwait(false) is { } values
            ? new RegistryKey(path, subKeys, values)
            : null;
    }

    /// <summary>Names of the subkeys of a key, or null when the key does not exist. An empty path is the root of the hive.</summary>
    /// <exception cref="CimFault">The key exists but cannot be read.</exception>
    public static async Task<IReadOnlyList<string>?> ReadSubKeysAsync(
        this ICimSession session, RegistryHive hive, string path, CancellationToken cancel)
    {
        CimObject keys = await InvokeAsync(session, "EnumKey", hive, path, null, cancel).ConfigureAwait(false);
        if (ReturnValue(session, keys) is FileNotFound or PathNotFound)
            return null;
        EnsureSuccess(session, keys, path);
        return keys.Strings("sNames").Select(n => n ?? "").ToArray();
    }

    /// <summary>
    /// Some values of a key, by name, or null when the key does not exist: for lists of hundreds of keys, of which reading all would
    /// cost thousands of questions. Those left out look absent, so always ask the same names of the same list.
    /// </summary>
    /// <exception cref="CimFault">The key exists but cannot be read, or a value is of a type its data does not have.</exception>
    public static async Task<RegistryKey?> ReadValuesAsync(
        this ICimSession session, RegistryHive hive, string path, IReadOnlyCollection<string> names, CancellationToken cancel) =>
        await ReadValuesAsync(session, hive, path, name => names.Contains(name, StringComparer.OrdinalIgnoreCase), cancel).ConfigureAwait(false)
            is { } values ? new RegistryKey(path, [], values) : null;

    private static async Task<Dictionary<string, RegistryValue>?> ReadValuesAsync(
        ICimSession session, RegistryHive hive, string path, Func<string, bool> wants, CancellationToken cancel)
    {
        CimObject values = await InvokeAsync(session, "EnumValues", hive, path, null, cancel).ConfigureAwait(false);
        if (ReturnValue(session, values) is FileNotFound or PathNotFound)
            return null;
        EnsureSuccess(session, values, path);

        IReadOnlyList<string?> names = values.Strings("sNames");
        IReadOnlyList<object?> types = values.List("Types");
        if (names.Count != types.Count)
            throw Fault(session, CimFaultKind.Protocol, path, names.Count + " names, " + types.Count + " types");
        if (names.Count > MaxValues)
            throw Fault(session, CimFaultKind.LimitExceeded, path, names.Count + " values");

        Dictionary<string, RegistryValue> found = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < names.Count; i++)
        {
            string name = names[i] ?? "";
            if (!wants(name))
                continue;
            RegistryType type = ToType(types[i]) ?? throw Fault(session, CimFaultKind.Protocol, path + "\\" + name, "no type");
            RegistryValue? value = await ReadTypedAsync(session, hive, path, name, type, cancel).ConfigureAwait(false);
            if (value is not null)
                found[name] = value;
        }
        // EnumValues names nothing when the key has its default value only.
        if (names.Count == 0 && wants("") && await ReadDefaultAsync(session, hive, path, cancel).ConfigureAwait(false) is RegistryValue only)
            found[""] = only;
        return found;
    }

    private static async Task<RegistryValue?> ReadTypedAsync(
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
        if (ReturnValue(session, answer) is InvalidFunction or FileNotFound)
            return null; // deleted between the two questions
        EnsureSuccess(session, answer, path + "\\" + name);
        return new RegistryValue(type, type switch
        {
            RegistryType.DWord => answer.UInt32(result),
            RegistryType.QWord => answer.UInt64(result),
            RegistryType.MultiString => answer.Strings(result).Select(s => s ?? "").ToArray(),
            RegistryType.Binary => ToBytes(answer.List(result)) ?? throw Fault(session, CimFaultKind.Protocol, path + "\\" + name, "no bytes"),
            _ => answer.String(result) ?? "",
        });
    }

    private static async Task<RegistryValue?> ReadDefaultAsync(
        ICimSession session, RegistryHive hive, string path, CancellationToken cancel)
    {
        CimObject answer = await InvokeAsync(session, "GetStringValue", hive, path, "", cancel).ConfigureAwait(false);
        switch (ReturnValue(session, answer))
        {
            case InvalidFunction or FileNotFound:
                return null;
            case TypeMismatch:
                return new RegistryValue(RegistryType.None, null);
            default:
                EnsureSuccess(session, answer, path);
                return new RegistryValue(RegistryType.String, answer.String("sValue") ?? "");
        }
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

    private static void EnsureSuccess(ICimSession session, CimObject answer, string path)
    {
        uint code = ReturnValue(session, answer);
        if (code == Success)
            return;
        throw new CimFault(
            code == AccessDenied ? CimFaultKind.AccessDenied : CimFaultKind.HostFault,
            ClassName + " " + path + ": 0x" + code.ToString("X8", CultureInfo.InvariantCulture))
        {
            Code = code,
            Host = session.Target.Name,
        };
    }

    private static uint ReturnValue(ICimSession session, CimObject answer) =>
        answer.UInt32("ReturnValue") ?? throw Fault(session, CimFaultKind.Protocol, answer.ClassName, "no ReturnValue");

    private static CimFault Fault(ICimSession session, CimFaultKind kind, string path, string detail) =>
        new(kind, ClassName + " " + path + ": " + detail) { Host = session.Target.Name };

    private static RegistryType? ToType(object? type) => int.TryParse(
        CimValue.ToStringOrNull(type), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? (RegistryType)number : null;

    private static byte[]? ToBytes(IReadOnlyList<object?> list)
    {
        byte[] bytes = new byte[list.Count];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(CimValue.ToStringOrNull(list[i]), NumberStyles.Integer, CultureInfo.InvariantCulture, out bytes[i]))
                return null;
        }
        return bytes;
    }
}
