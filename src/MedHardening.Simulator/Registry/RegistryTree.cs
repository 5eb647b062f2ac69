using System;
using System.Collections.Generic;

namespace MedHardening.Simulator.Registry;

/// <summary>The hives of a host, and edits that give back a new tree.</summary>
internal static class RegistryTree
{
    private const string ClassesRoot = @"HKLM\SOFTWARE\Classes";
    private const string CurrentConfig = @"HKLM\SYSTEM\CurrentControlSet\Hardware Profiles\Current";

    private static readonly Dictionary<string, string> s_hives = new(StringComparer.OrdinalIgnoreCase)
    {
        ["HKLM"] = "HKLM",
        ["HKEY_LOCAL_MACHINE"] = "HKLM",
        ["HKU"] = "HKU",
        ["HKEY_USERS"] = "HKU",
        ["HKCU"] = "HKCU",
        ["HKEY_CURRENT_USER"] = "HKCU",
        ["HKCR"] = ClassesRoot,
        ["HKEY_CLASSES_ROOT"] = ClassesRoot,
        ["HKCC"] = CurrentConfig,
        ["HKEY_CURRENT_CONFIG"] = CurrentConfig,
    };

    /// <summary>The names of a path from the root; null when it begins with no hive.</summary>
    public static string[]? Split(string path)
    {
        int slash = path.IndexOf('\\', StringComparison.Ordinal);
        string hive = slash < 0 ? path : path[..slash];
        if (!s_hives.TryGetValue(hive, out string? root))
            return null;
        return (slash < 0 ? root : root + path[slash..]).Split('\\', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <returns>Null when there is no such key; the first denied key on the way instead of what is below it.</returns>
    public static RegistryKey? Find(RegistryKey root, ReadOnlySpan<string> path)
    {
        RegistryKey? key = root;
        foreach (string name in path)
        {
            if (key is null || key.IsDenied)
                return key;
            key = key.SubKey(name);
        }
        return key;
    }

    /// <summary>Whether a key, or one above it, may only be read.</summary>
    public static bool IsReadOnly(RegistryKey root, ReadOnlySpan<string> path)
    {
        RegistryKey? key = root;
        foreach (string name in path)
        {
            key = key.SubKey(name);
            if (key is null or { Access: KeyAccess.Read })
                return key is not null;
        }
        return false;
    }

    /// <summary>Puts the result of <paramref name="edit"/> in place of a key, making the key and its parents where they are absent.</summary>
    public static RegistryKey Edit(RegistryKey root, ReadOnlySpan<string> path, Func<RegistryKey, RegistryKey> edit)
    {
        if (path.IsEmpty)
            return edit(root);
        RegistryKey child = root.SubKey(path[0]) ?? RegistryKey.Empty(path[0]);
        return root.With(Edit(child, path[1..], edit));
    }

    /// <summary>Without a key and all below it; the same tree when the key is not there.</summary>
    public static RegistryKey Remove(RegistryKey root, ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
            return root.WithoutSubKey(path[0]);
        RegistryKey? child = root.SubKey(path[0]);
        return child is null ? root : root.With(Remove(child, path[1..]));
    }
}
