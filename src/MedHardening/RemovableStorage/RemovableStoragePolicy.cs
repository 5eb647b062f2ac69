using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;

namespace MedHardening.RemovableStorage;

/// <summary>
/// The computer-wide values of RemovableStorage.admx as they stand in the registry of one host. An absent key or value is
/// "not configured" and denies nothing. https://admx.help/?Category=Windows_10_2016&amp;Policy=Microsoft.Policies.RemovableStorage
/// </summary>
internal sealed class RemovableStoragePolicy
{
    private const string BaseKey = @"SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices";

    private static readonly Dictionary<Media, string[]> s_classes = new()
    {
        [Media.RemovableDisk] = ["{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}"],
        [Media.CdDvd] = ["{53f56308-b6bf-11d0-94f2-00a0c91efb8b}"],
        [Media.Floppy] = ["{53f56311-b6bf-11d0-94f2-00a0c91efb8b}"],
        [Media.Tape] = ["{53f5630b-b6bf-11d0-94f2-00a0c91efb8b}"],
        // One policy, two keys: Windows writes both, and a device may be under either.
        [Media.PortableDevice] = ["{6AC27878-A6FA-4155-BA85-F98F491D4F33}", "{F33FDC04-D1AC-4E8E-9A30-19BBD4B108AE}"],
    };

    private readonly Dictionary<string, RegistryKey> _keys;

    private RemovableStoragePolicy(RegistryKey? root, Dictionary<string, RegistryKey> keys)
    {
        _keys = keys;
        DenyAll = Judge(root, "", "Deny_All");
    }

    /// <summary>Whether all access to all removable storage is denied.</summary>
    public Evidence DenyAll { get; }

    /// <summary>Reads the base key and those class keys that exist.</summary>
    public static async Task<RemovableStoragePolicy> ReadAsync(ICimSession host, CancellationToken cancel)
    {
        RegistryKey? root = await host.ReadKeyAsync(RegistryHive.LocalMachine, BaseKey, cancel).ConfigureAwait(false);
        Dictionary<string, RegistryKey> keys = new(StringComparer.OrdinalIgnoreCase);
        if (root is not null)
        {
            foreach (string name in s_classes.Values.SelectMany(c => c).Where(root.HasSubKey))
            {
                RegistryKey? key = await host
                    .ReadKeyAsync(RegistryHive.LocalMachine, BaseKey + "\\" + name, cancel).ConfigureAwait(false);
                if (key is not null)
                    keys[name] = key;
            }
        }
        return new RemovableStoragePolicy(root, keys);
    }

    /// <summary>Evidence for one access to one medium: one per class key of the medium.</summary>
    public IEnumerable<Evidence> Deny(Media media, Access access) => s_classes[media].Select(name =>
        media == Media.PortableDevice && access == Access.Execute
            // RemovableStorage.admx has no such policy, so nothing can ever prove it.
            ? new Evidence(Path(name, "Deny_Execute"), Operators.Exists, "1", Evidence.Absent, Outcome.Unknown)
            : Judge(_keys.TryGetValue(name, out RegistryKey? key) ? key : null, name, "Deny_" + access));

    private static Evidence Judge(RegistryKey? key, string className, string valueName)
    {
        RegistryValue? value = key?[valueName];
        (string actual, Outcome outcome) = value switch
        {
            null => (Evidence.Absent, Outcome.Fail),
            { Type: RegistryType.DWord, Data: uint number } =>
                (number.ToString(CultureInfo.InvariantCulture), number == 1 ? Outcome.Pass : Outcome.Fail),
            // Whether Windows honours a value of another type is not documented.
            _ => (value.Type + " " + CimValue.ToText(value.Data), Outcome.Unknown),
        };
        return new Evidence(Path(className, valueName), Operators.Equals, "1", actual, outcome);
    }

    private static string Path(string className, string valueName) =>
        @"HKLM\" + BaseKey + (className.Length > 0 ? "\\" + className : "") + "\\" + valueName;
}
