using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Simulator.Windows;
using MedHardening.Simulator.WsMan;

namespace MedHardening.Simulator.Registry;

/// <summary>
/// The registry provider of WMI (https://learn.microsoft.com/previous-versions/windows/desktop/regprov/stdregprov).
/// What goes wrong is told by ReturnValue, never by a fault.
/// </summary>
internal static class StdRegProv
{
    internal const uint Success = 0;
    internal const uint FileNotFound = 2;
    internal const uint AccessDenied = 5;
    internal const uint InvalidHandle = 6;
    internal const uint TypeMismatch = 0x80041005;
    private const uint BadPathName = 161;
    private const uint LocalMachine = 0x80000002;

    public static MethodResult Invoke(SimulatedHost host, MethodCall call)
    {
        string[]? path = Path(call, out uint error);
        return call.Method switch
        {
            "EnumKey" => EnumKey(host, path, error),
            "EnumValues" => EnumValues(host, path, error),
            "CheckAccess" => CheckAccess(host, path, error),
            "CreateKey" => RegistryWriter.CreateKey(host, path, error),
            "DeleteKey" => RegistryWriter.DeleteKey(host, path, error),
            "DeleteValue" => RegistryWriter.DeleteValue(host, path, error, ValueName(call)),
            "GetStringValue" => Get(host, path, error, call, RegistryType.String, "sValue"),
            "GetExpandedStringValue" => Get(host, path, error, call, RegistryType.ExpandString, "sValue"),
            "GetMultiStringValue" => Get(host, path, error, call, RegistryType.MultiString, "sValue"),
            "GetDWORDValue" => Get(host, path, error, call, RegistryType.DWord, "uValue"),
            "GetQWORDValue" => Get(host, path, error, call, RegistryType.QWord, "uValue"),
            "GetBinaryValue" => Get(host, path, error, call, RegistryType.Binary, "uValue"),
            "SetStringValue" => Set(RegistryType.String, call.Text("sValue") ?? ""),
            "SetExpandedStringValue" => Set(RegistryType.ExpandString, call.Text("sValue") ?? ""),
            "SetMultiStringValue" => Set(RegistryType.MultiString, call.Texts("sValue")),
            "SetDWORDValue" => Set(RegistryType.DWord, (uint)Required(call.Number("uValue", uint.MaxValue))),
            "SetQWORDValue" => Set(RegistryType.QWord, Required(call.Number("uValue", ulong.MaxValue))),
            "SetBinaryValue" => Set(RegistryType.Binary, call.Bytes("uValue")),
            _ => throw Faults.InvalidMethod(call.Method),
        };

        MethodResult Set(RegistryType type, object data)
        {
            MethodResult result = RegistryWriter.Set(host, path, error, new RegistryValue(ValueName(call), type, data));
            EventLogService.Notice(host);
            return result;
        }
    }

    private static ulong Required(ulong? number) => number ?? throw Faults.InvalidMethodParameters();

    private static string ValueName(MethodCall call) => call.Text("sValueName") ?? "";

    /// <returns>Null with an error when the hive or the path is not valid.</returns>
    private static string[]? Path(MethodCall call, out uint error)
    {
        uint hive = (uint)(call.Number("hDefKey", uint.MaxValue) ?? LocalMachine);
        string key = call.Text("sSubKeyName") ?? "";
        string? name = hive switch
        {
            0x80000000 => "HKCR",
            0x80000001 => "HKCU",
            LocalMachine => "HKLM",
            0x80000003 => "HKU",
            0x80000005 => "HKCC",
            _ => null,
        };
        error = name is null ? InvalidHandle : key.StartsWith('\\') ? BadPathName : Success;
        if (error != Success)
            return null;
        if (hive == LocalMachine && Is32Bit(call))
            key = Wow64.Redirect(key);
        return RegistryTree.Split(key.Length == 0 ? name! : name + "\\" + key);
    }

    /// <summary>https://learn.microsoft.com/windows/win32/wmisdk/requesting-wmi-data-on-a-64-bit-platform</summary>
    private static bool Is32Bit(MethodCall call)
    {
        bool isRequired = call.Context.TryGetValue("__RequiredArchitecture", out string? required)
            && required.Equals("true", StringComparison.OrdinalIgnoreCase);
        if (!call.Context.TryGetValue("__ProviderArchitecture", out string? bits))
            return isRequired ? throw Faults.ProviderNotFound() : false;
        return bits switch
        {
            "32" => true,
            "64" => false,
            _ => isRequired ? throw Faults.ProviderNotFound() : false,
        };
    }

    private static RegistryKey? Open(SimulatedHost host, string[]? path, ref uint error)
    {
        if (path is null)
            return null;
        RegistryKey? key = RegistryTree.Find(host.Registry, path);
        // A hive is there even when nothing was said of it.
        key ??= path.Length == 1 ? RegistryKey.Empty(path[0]) : null;
        error = key is null ? FileNotFound : key.IsDenied ? AccessDenied : Success;
        return error == Success ? key : null;
    }

    private static MethodResult EnumKey(SimulatedHost host, string[]? path, uint error)
    {
        RegistryKey? key = Open(host, path, ref error);
        return new MethodResult(error).SetArray("sNames", key?.SubKeys.Select(k => host.Identity.Fill(k.Name)).ToArray());
    }

    private static MethodResult EnumValues(SimulatedHost host, string[]? path, uint error)
    {
        // Null when the key has no value, or the default value only (see EnumValues in the page above).
        IReadOnlyList<RegistryValue> values = Open(host, path, ref error)?.Values ?? [];
        bool nothing = values.All(v => v.Name.Length == 0);
        return new MethodResult(error)
            .SetArray("sNames", nothing ? null : values.Select(v => host.Identity.Fill(v.Name)).ToArray())
            .SetArray("Types", nothing ? null : values.Select(v => ((int)v.Type).ToString(CultureInfo.InvariantCulture)).ToArray());
    }

    private static MethodResult CheckAccess(SimulatedHost host, string[]? path, uint error)
    {
        bool granted = Open(host, path, ref error) is not null;
        return new MethodResult(error).Set("bGranted", granted ? "true" : "false");
    }

    private static MethodResult Get(
        SimulatedHost host, string[]? path, uint error, MethodCall call, RegistryType type, string result)
    {
        RegistryValue? value = null;
        if (Open(host, path, ref error) is { } key)
        {
            value = key.Value(ValueName(call));
            if (value is null)
                error = host.Data.Dialect.RegistryAbsentCode;
            else if (value.Type != type)
                (value, error) = (null, TypeMismatch);
        }
        MethodResult answer = new(error);
        string Fill(string text) => host.Identity.Fill(text);
        return value?.Data switch
        {
            null when type is RegistryType.MultiString or RegistryType.Binary => answer.SetArray(result, null),
            null => answer.Set(result, null),
            string text => answer.Set(result, type == RegistryType.ExpandString ? EnvironmentText.Expand(Fill(text), host.Name) : Fill(text)),
            string[] texts => answer.SetArray(result, texts.Select(Fill).ToArray()),
            byte[] bytes => answer.SetArray(result, bytes.Select(b => b.ToString(CultureInfo.InvariantCulture)).ToArray()),
            object number => answer.Set(result, Convert.ToString(number, CultureInfo.InvariantCulture)),
        };
    }
}
