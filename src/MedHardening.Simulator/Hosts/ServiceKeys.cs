using System;
using System.Collections.Generic;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Registry;

namespace MedHardening.Simulator.Hosts;

/// <summary>
/// The service control manager's own database: what WMI tells of a service is in its registry key.
/// https://learn.microsoft.com/windows/win32/services/database-of-installed-services ; values that a file gives stay as they are.
/// </summary>
internal static class ServiceKeys
{
    private static readonly string[] s_services = RegistryTree.Split(@"HKLM\SYSTEM\CurrentControlSet\Services")!;

    private static readonly Dictionary<string, uint> s_starts = new(StringComparer.Ordinal)
    {
        ["Boot"] = 0, ["System"] = 1, ["Auto"] = 2, ["Manual"] = 3, ["Disabled"] = 4,
    };

    // SERVICE_WIN32_OWN_PROCESS and SERVICE_WIN32_SHARE_PROCESS; a per-user service, which WMI has no word for, is 0x50 or 0x60.
    private static readonly Dictionary<string, uint> s_types = new(StringComparer.Ordinal)
    {
        ["Own Process"] = 0x10, ["Share Process"] = 0x20, ["Unknown"] = 0x60,
    };

    public static RegistryKey Fill(RegistryKey root, IReadOnlyList<CimInstance> services)
    {
        if (services.Count == 0)
            return root;
        return RegistryTree.Edit(root, s_services, all =>
        {
            foreach (CimInstance service in services)
            {
                string name = service["Name"] as string ?? "";
                all = all.With(Filled(all.SubKey(name) ?? RegistryKey.Empty(name), service));
            }
            return all;
        });
    }

    private static RegistryKey Filled(RegistryKey key, CimInstance service)
    {
        if (s_starts.TryGetValue(Text(service, "StartMode"), out uint start))
            key = Added(key, "Start", RegistryType.DWord, start);
        if (s_types.TryGetValue(Text(service, "ServiceType"), out uint type))
            key = Added(key, "Type", RegistryType.DWord, type);
        if (Has(service, "DelayedAutoStart") && service["DelayedAutoStart"] is true)
            key = Added(key, "DelayedAutostart", RegistryType.DWord, 1u);
        if (Text(service, "PathName") is { Length: > 0 } path)
            key = Added(key, "ImagePath", RegistryType.ExpandString, path);
        return Text(service, "StartName") is { Length: > 0 } account ? Added(key, "ObjectName", RegistryType.String, account) : key;
    }

    private static RegistryKey Added(RegistryKey key, string name, RegistryType type, object data) =>
        key.Value(name) is null ? key.With(new RegistryValue(name, type, data)) : key;

    private static string Text(CimInstance service, string property) => Has(service, property) ? service[property] as string ?? "" : "";

    // The classes of a test's own folder may be cut down.
    private static bool Has(CimInstance service, string property) => service.Class.IndexOf(property) >= 0;
}
