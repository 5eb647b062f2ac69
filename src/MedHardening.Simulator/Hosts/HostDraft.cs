using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Registry;

namespace MedHardening.Simulator.Hosts;

/// <summary>A host while its files are laid over one another.</summary>
internal sealed class HostDraft
{
    public string? Name { get; set; }

    /// <summary>What <c>${domain}</c> stands for.</summary>
    public string Domain { get; set; } = "hospital.example";

    public HostLabels Labels { get; set; } = new();

    public Misbehaviour Misbehaviour { get; set; } = Misbehaviour.None;

    public Dictionary<string, string> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    public RegistryKey Registry { get; set; } = RegistryKey.Empty("");

    public Dictionary<string, NamespaceDraft> Namespaces { get; } = new(StringComparer.OrdinalIgnoreCase);

    public NamespaceDraft Namespace(string ns)
    {
        string key = CimNamespace.Normal(ns);
        if (!Namespaces.TryGetValue(key, out NamespaceDraft? found))
            Namespaces[key] = found = new NamespaceDraft();
        return found;
    }

    public HostData Build(string archetype, ClassCatalog classes) => new(
        archetype, Name, Domain, Labels, Misbehaviour, Users, Registry, classes,
        Namespaces.ToDictionary(
            n => n.Key,
            n => (IReadOnlyDictionary<string, CimInstance[]?>)n.Value.Classes.ToDictionary(
                c => c.Key, c => c.Value?.ToArray(), StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase));
}

/// <summary>Instances by class; null for a class that this host does not have.</summary>
internal sealed class NamespaceDraft
{
    public Dictionary<string, List<CimInstance>?> Classes { get; } = new(StringComparer.OrdinalIgnoreCase);
}
