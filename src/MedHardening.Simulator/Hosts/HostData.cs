using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Registry;
using MedHardening.Simulator.Shells;

namespace MedHardening.Simulator.Hosts;

/// <summary>What a host file says: immutable, shared by all hosts of the archetype.</summary>
internal sealed class HostData(
    string archetype,
    string? name,
    string domain,
    HostLabels labels,
    HostDialect dialect,
    Misbehaviour misbehaviour,
    LocalPolicy policy,
    IReadOnlyDictionary<string, string> users,
    RegistryKey registry,
    ClassCatalog classes,
    InstanceTable instances,
    IReadOnlyDictionary<string, InstanceTable> stores)
{
    private const long Japanese = 1041;
    private const string DefaultStore = "PersistentStore";

    // Windows always has these two, whether or not the file says something of them.
    private static readonly string[] s_always = ["root/cimv2", "root/default"];

    public string Archetype => archetype;

    public string? Name => name;

    /// <summary>The DNS domain that <c>${domain}</c> stands for.</summary>
    public string Domain => domain;

    public HostLabels Labels => labels;

    public HostDialect Dialect => dialect;

    /// <summary>How a host of this archetype behaves until it is told otherwise.</summary>
    public Misbehaviour Misbehaviour => misbehaviour;

    public LocalPolicy Policy => policy;

    /// <summary>Accounts beside those of the server; passwords by name.</summary>
    public IReadOnlyDictionary<string, string> Users => users;

    public RegistryKey Registry => registry;

    /// <summary>The display language of Windows, by which it words its faults.</summary>
    public bool IsJapanese { get; } = labels.Language is { } language
        ? language == "ja"
        : instances.Knows("root/cimv2", "Win32_OperatingSystem", out CimInstance[]? system)
        && system?.FirstOrDefault()?["OSLanguage"] is Japanese;

    public bool HasNamespace(string ns) =>
        instances.HasNamespace(ns) || s_always.Contains(CimNamespace.Normal(ns), StringComparer.Ordinal);

    /// <returns>Null when this host has no such class.</returns>
    public CimClass? FindClass(string ns, string className)
    {
        if (!HasNamespace(ns))
            return null;
        bool isGone = instances.Knows(ns, className, out CimInstance[]? found) && found is null;
        return isGone ? null : classes.Find(ns, className);
    }

    public CimInstance[] Instances(CimClass type) =>
        instances.Knows(type.Namespace, type.Name, out CimInstance[]? found) ? found ?? [] : [];

    /// <summary>
    /// Whether a class may have other instances in a policy store than by default. Stores:
    /// https://learn.microsoft.com/powershell/module/netsecurity/get-netfirewallrule
    /// </summary>
    public bool IsKeptIn(string store, CimClass type) =>
        !store.Equals(DefaultStore, StringComparison.OrdinalIgnoreCase)
        && stores.Values.Any(s => s.Knows(type.Namespace, type.Name, out _));

    /// <returns>Null when this host has no store of that name.</returns>
    public CimInstance[]? Instances(CimClass type, string store) =>
        !stores.TryGetValue(store, out InstanceTable? table) ? null
        : table.Knows(type.Namespace, type.Name, out CimInstance[]? found) ? found ?? []
        : Instances(type);
}
