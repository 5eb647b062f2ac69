using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MedHardening.Simulator.Registry;

/// <summary>The whole registry as lines of text, in an order that does not depend on the order in which things were made.</summary>
internal static class RegistryDump
{
    public static IReadOnlyList<string> Of(RegistryKey root, HostIdentity identity)
    {
        List<string> lines = [];
        foreach (RegistryKey hive in root.SubKeys)
            Add(lines, hive, hive.Name, identity);
        return lines;
    }

    private static void Add(List<string> lines, RegistryKey key, string path, HostIdentity identity)
    {
        lines.Add("[" + identity.Fill(path) + "]");
        foreach (RegistryValue value in key.Values.OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase))
            lines.Add(identity.Fill(path + "\\" + value.Name + " " + value.Type + " " + Text(value.Data)));
        foreach (RegistryKey subKey in key.SubKeys)
            Add(lines, subKey, path + "\\" + subKey.Name, identity);
    }

    private static string Text(object data) => data switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        string[] texts => string.Join('\0', texts),
        _ => Convert.ToString(data, CultureInfo.InvariantCulture)!,
    };
}
