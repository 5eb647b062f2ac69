using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Registry;

namespace MedHardening.Simulator.Hosts;

/// <summary>What a host file says: immutable, shared by all hosts of the archetype.</summary>
internal sealed class HostData(
    string archetype,
    string? name,
    string domain,
    HostLabels labels,
    Misbehaviour misbehaviour,
    IReadOnlyDictionary<string, string> users,
    RegistryKey registry,
    ClassCatalog classes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, CimInstance[]?>> namespaces)
{
    private const long Japanese = 1041;

    // Windows always has these two, whether or not the file says something of them.
    private static readonly string[] s_always = ["root/cimv2", "root/default"];

    public string Archetype => archetype;

    public string? Name => name;

    /// <summary>The DNS domain that <c>${domain}</c> stands for.</summary>
    public string Domain => domain;

    public HostLabels Labels => labels;

    public Misbehaviour Misbehaviour => misbehaviour;

    /// <summary>Accounts beside those of the server; passwords by name.</summary>
    public IReadOnlyDictionary<string, string> Users => users;

    public RegistryKey Registry => registry;

    /// <summary>The display language of Windows, by which it words its faults.</summary>
    public bool IsJapanese { get; } = labels.Language is { } language
        ? language == "ja"
        : namespaces.TryGetValue("root/cimv2", out IReadOnlyDictionary<string, CimInstance[]?>? cimv2)
        && cimv2.TryGetValue("Win32_OperatingSystem", out CimInstance[]? system)
        && system?.FirstOrDefault()?["OSLanguage"] is Japanese;

    public bool HasNamespace(string ns) =>
        namespaces.ContainsKey(CimNamespace.Normal(ns)) || s_always.Contains(CimNamespace.Normal(ns), StringComparer.Ordinal);

    /// <returns>Null when this host has no such class.</returns>
    public CimClass? FindClass(string ns, string className)
    {
        if (!HasNamespace(ns))
            return null;
        bool isGone = namespaces.TryGetValue(CimNamespace.Normal(ns), out IReadOnlyDictionary<string, CimInstance[]?>? known)
            && known.TryGetValue(className, out CimInstance[]? instances) && instances is null;
        return isGone ? null : classes.Find(ns, className);
    }

    public CimInstance[] Instances(CimClass type) =>
        namespaces.TryGetValue(CimNamespace.Normal(type.Namespace), out IReadOnlyDictionary<string, CimInstance[]?>? known)
        && known.TryGetValue(type.Name, out CimInstance[]? instances)
            ? instances ?? []
            : [];
}
