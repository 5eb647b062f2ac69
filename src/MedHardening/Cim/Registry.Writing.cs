using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

public static partial class Registry
{
    /// <summary>One value as it is now; null when it, or its key, does not exist.</summary>
    /// <exception cref="CimFault">The key exists but cannot be read.</exception>
    public static async Task<RegistryValue?> ReadValueAsync(
        this ICimSession session, RegistryHive hive, string path, string name, CancellationToken cancel) =>
        (await session.ReadValuesAsync(hive, path, [name], cancel).ConfigureAwait(false))?[name];

    /// <summary>Writes a value with its type; the key must exist.</summary>
    /// <exception cref="CimFault">It was not written, or nobody knows whether it was.</exception>
    internal static Task WriteValueAsync(
        this ICimSession session, RegistryHive hive, string path, string name, RegistryValue value, CancellationToken cancel)
    {
        (string method, string parameter, object? data) = value.Type switch
        {
            RegistryType.String => ("SetStringValue", "sValue", value.Data),
            RegistryType.Binary => ("SetBinaryValue", "uValue", ((byte[])value.Data!).Cast<object?>().ToArray()),
            RegistryType.DWord => ("SetDWORDValue", "uValue", value.Data),
            RegistryType.MultiString => ("SetMultiStringValue", "sValue", ((string[])value.Data!).Cast<object?>().ToArray()),
            RegistryType.QWord => ("SetQWORDValue", "uValue", value.Data),
            _ => throw new NotSupportedException(value.Type.ToString()),
        };
        return ChangeAsync(session, method, hive, path, name, new(parameter, data), cancel);
    }

    /// <exception cref="CimFault">It was not deleted, or nobody knows whether it was.</exception>
    internal static Task DeleteValueAsync(
        this ICimSession session, RegistryHive hive, string path, string name, CancellationToken cancel) =>
        ChangeAsync(session, "DeleteValue", hive, path, name, null, cancel);

    /// <exception cref="CimFault">It was not made, or nobody knows whether it was.</exception>
    internal static Task CreateKeyAsync(this ICimSession session, RegistryHive hive, string path, CancellationToken cancel) =>
        ChangeAsync(session, "CreateKey", hive, path, null, null, cancel);

    /// <summary>Deletes a key without subkeys.</summary>
    /// <exception cref="CimFault">It was not deleted, or nobody knows whether it was.</exception>
    internal static Task DeleteKeyAsync(this ICimSession session, RegistryHive hive, string path, CancellationToken cancel) =>
        ChangeAsync(session, "DeleteKey", hive, path, null, null, cancel);

    private static async Task ChangeAsync(
        ICimSession session, string method, RegistryHive hive, string path, string? name, KeyValuePair<string, object?>? data, CancellationToken cancel)
    {
        List<KeyValuePair<string, object?>> parameters = [new("hDefKey", (uint)hive), new("sSubKeyName", path)];
        if (name is not null)
            parameters.Add(new("sValueName", name));
        if (data is not null)
            parameters.Add(data.Value);
        CimObject answer = await session
            .InvokeAsync(new CimMethod(Namespace, ClassName, method) { Parameters = parameters }, cancel).ConfigureAwait(false);
        EnsureSuccess(session, answer, name is null ? path : path + "\\" + name);
    }
}
