using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Registry;

namespace MedHardening.Simulator.Hosts;

/// <summary>A host while its files are laid over one another.</summary>
internal sealed class HostDraft
{
    public string? Name { get; set; }

    /// <summary>What <c>${domain}</c> stands for.</summary>
    public string Domain { get; set; } = "hospital.example";

    public HostLabels Labels { get; set; } = new();

    public HostDialect Dialect { get; set; } = new();

    public Misbehaviour Misbehaviour { get; set; } = new();

    public Dictionary<string, string> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    public RegistryKey Registry { get; set; } = RegistryKey.Empty("");

    public InstanceDraft Instances { get; } = new(null);

    /// <summary>What other stores show than <see cref="Instances"/>, by store.</summary>
    public Dictionary<string, InstanceDraft> Stores { get; } = new(StringComparer.OrdinalIgnoreCase);

    public InstanceDraft Store(string name)
    {
        if (!Stores.TryGetValue(name, out InstanceDraft? store))
            Stores[name] = store = new InstanceDraft(Instances);
        return store;
    }

    public HostData Build(string archetype, ClassCatalog classes) => new(
        archetype, Name, Domain, Labels, Dialect, Misbehaviour, Users, Registry, classes, Instances.Build(),
        Stores.ToDictionary(s => s.Key, s => s.Value.Build(), StringComparer.OrdinalIgnoreCase));
}
