using System;
using System.Collections.Generic;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Registry;
using MedHardening.Simulator.Shells;
using YamlDotNet.RepresentationModel;

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

    public LocalPolicy Policy { get; set; } = new();

    public Dictionary<string, string> Users { get; private init; } = new(StringComparer.OrdinalIgnoreCase);

    public RegistryKey Registry { get; set; } = RegistryKey.Empty("");

    public InstanceDraft Instances { get; private init; } = new(null);

    /// <summary>What the files say of stores; it is laid after all of them, over what the default store shows in the end.</summary>
    public List<(YamlReading Yaml, YamlNode Section)> Stores { get; private init; } = [];

    /// <summary>A draft of its own; the instances and the registry keys are shared, for they do not change.</summary>
    public HostDraft Copy() => new()
    {
        Name = Name,
        Domain = Domain,
        Labels = Labels,
        Dialect = Dialect,
        Misbehaviour = Misbehaviour,
        Policy = Policy,
        Users = new(Users, StringComparer.OrdinalIgnoreCase),
        Registry = Registry,
        Instances = Instances.Copy(),
        Stores = [.. Stores],
    };

    public HostData Build(string archetype, ClassCatalog classes)
    {
        InstanceTable instances = Instances.Build();
        bool hasServices = instances.Knows("root/cimv2", "Win32_Service", out CimInstance[]? services) && services is not null;
        RegistryKey registry = hasServices ? ServiceKeys.Fill(Registry, services!) : Registry;
        return new HostData(archetype, Name, Domain, Labels, Dialect, Misbehaviour, Policy, Users, registry, classes, instances, BuildStores(classes));
    }

    private Dictionary<string, InstanceTable> BuildStores(ClassCatalog classes)
    {
        Dictionary<string, InstanceDraft> drafts = new(StringComparer.OrdinalIgnoreCase);
        foreach ((YamlReading yaml, YamlNode section) in Stores)
        {
            foreach ((YamlScalarNode name, YamlNode instances) in yaml.Entries(section))
            {
                if (!drafts.TryGetValue(name.Value!, out InstanceDraft? store))
                    drafts[name.Value!] = store = new InstanceDraft(Instances);
                new InstanceSection(yaml, classes, store).Lay(instances);
            }
        }
        Dictionary<string, InstanceTable> stores = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, InstanceDraft draft) in drafts)
            stores[name] = draft.Build();
        return stores;
    }
}
