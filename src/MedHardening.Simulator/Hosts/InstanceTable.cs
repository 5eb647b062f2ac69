using System.Collections.Generic;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.Hosts;

/// <summary>The instances of a host by namespace and class; null for a class that it does not have. Immutable.</summary>
internal sealed class InstanceTable(IReadOnlyDictionary<string, IReadOnlyDictionary<string, CimInstance[]?>> namespaces)
{
    public bool HasNamespace(string ns) => namespaces.ContainsKey(CimNamespace.Normal(ns));

    /// <summary>False when the files say nothing of the class.</summary>
    public bool Knows(string ns, string className, out CimInstance[]? instances)
    {
        instances = null;
        return namespaces.TryGetValue(CimNamespace.Normal(ns), out IReadOnlyDictionary<string, CimInstance[]?>? classes)
            && classes.TryGetValue(className, out instances);
    }
}
