using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>
/// The Group Policy object that gives a registry value another content than the one wanted, from the Resultant Set of Policy of the
/// computer: it overwrites the value at its next refresh, at the latest.
/// https://learn.microsoft.com/previous-versions/windows/desktop/policy/rsop-registrypolicysetting
/// </summary>
internal static class PolicyOrigin
{
    private const string Namespace = "root/rsop/computer";

    /// <param name="session">A recording one, which asks each question once.</param>
    /// <returns>The name of the policy; null when none sets the value otherwise, or the computer does not tell.</returns>
    public static async Task<string?> FindAsync(ICimSession session, Change change)
    {
        if (change is not RegistryValueChange { Hive: RegistryHive.LocalMachine } value)
            return null;
        CimObject? setting = (await ReadAsync(session, "RSOP_RegistryPolicySetting").ConfigureAwait(false))
            .Where(s => Is(s.String("registryKey"), value.Path) && Is(s.String("valueName"), value.Name))
            .OrderBy(s => s.UInt32("precedence") ?? uint.MaxValue)
            .FirstOrDefault();
        if (setting is null || Text(setting) == change.New)
            return null;
        string id = setting.String("GPOID") ?? "GPO";
        CimObject? policy = (await ReadAsync(session, "RSOP_GPO").ConfigureAwait(false)).FirstOrDefault(p => Is(p.String("id"), id));
        return policy?.String("name") is { } name ? name + ", " + id : id;
    }

    private static async Task<IReadOnlyList<CimObject>> ReadAsync(ICimSession session, string className)
    {
        try
        {
            return await session.QueryAsync(CimQuery.Class(Namespace, className), CancellationToken.None).ConfigureAwait(false);
        }
        catch (CimFault fault) when (fault.Kind is CimFaultKind.NamespaceNotFound or CimFaultKind.ClassNotFound or CimFaultKind.AccessDenied)
        {
            return []; // a computer outside a domain, or logging of the Resultant Set of Policy is off, or it is not for this account
        }
    }

    private static bool Is(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    // The content as bytes of the registry: little-endian numbers, UTF-16 texts with their end.
    private static string? Text(CimObject setting)
    {
        if (setting.Boolean("deleted") == true)
            return Change.Absent;
        byte[] bytes = setting.List("value")
            .Select(b => byte.Parse(CimValue.ToText(b), NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        return (RegistryType?)setting.UInt32("valueType") switch
        {
            RegistryType.DWord when bytes.Length == 4 => RegistryText.Of(new(RegistryType.DWord, BitConverter.ToUInt32(bytes, 0))),
            RegistryType.QWord when bytes.Length == 8 => RegistryText.Of(new(RegistryType.QWord, BitConverter.ToUInt64(bytes, 0))),
            RegistryType.String => RegistryText.Of(new(RegistryType.String, Encoding.Unicode.GetString(bytes).TrimEnd('\0'))),
            RegistryType.Binary => RegistryText.Of(new(RegistryType.Binary, bytes)),
            _ => null,
        };
    }
}
