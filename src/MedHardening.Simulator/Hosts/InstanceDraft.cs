using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.Hosts;

/// <summary>Instances while files are laid over one another, over those of <paramref name="below"/>.</summary>
internal sealed class InstanceDraft(InstanceDraft? below)
{
    // Null for a class that this host does not have.
    private readonly Dictionary<string, Dictionary<string, List<CimInstance>?>> _namespaces = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The namespace is on this host, with or without instances.</summary>
    public void Add(string ns) => Classes(ns);

    public void Remove(string ns) => _namespaces.Remove(CimNamespace.Normal(ns));

    public void Remove(CimClass type) => Classes(type.Namespace)[type.Name] = null;

    /// <summary>The instances of a class, to be changed.</summary>
    public List<CimInstance> Of(CimClass type)
    {
        Dictionary<string, List<CimInstance>?> classes = Classes(type.Namespace);
        if (!classes.TryGetValue(type.Name, out List<CimInstance>? instances) || instances is null)
            classes[type.Name] = instances = below is null ? [] : [.. below.Of(type)];
        return instances;
    }

    public InstanceDraft Copy()
    {
        InstanceDraft copy = new(below);
        foreach ((string ns, Dictionary<string, List<CimInstance>?> classes) in _namespaces)
        {
            copy._namespaces[ns] = classes.ToDictionary(
                c => c.Key, c => c.Value?.ToList(), StringComparer.OrdinalIgnoreCase);
        }
        return copy;
    }

    public InstanceTable Build() => new(_namespaces.ToDictionary(
        n => n.Key,
        n => (IReadOnlyDictionary<string, CimInstance[]?>)n.Value.ToDictionary(
            c => c.Key, c => c.Value?.ToArray(), StringComparer.OrdinalIgnoreCase),
        StringComparer.OrdinalIgnoreCase));

    private Dictionary<string, List<CimInstance>?> Classes(string ns)
    {
        string key = CimNamespace.Normal(ns);
        if (!_namespaces.TryGetValue(key, out Dictionary<string, List<CimInstance>?>? found))
            _namespaces[key] = found = new Dictionary<string, List<CimInstance>?>(StringComparer.OrdinalIgnoreCase);
        return found;
    }
}
