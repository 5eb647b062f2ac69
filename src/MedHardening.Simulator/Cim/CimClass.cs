using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Simulator.Cim;

internal sealed record CimProperty(string Name, CimType Type, bool IsKey);

/// <summary>
/// A class of one namespace. Its properties are in alphabetical order, as WMI keeps them and WinRM sends them
/// (seen in the captures of Windows Server 2008 and 2012 in zenoss/txwinrm, txwinrm/test/data).
/// </summary>
internal sealed class CimClass
{
    private readonly Dictionary<string, int> _index;
    private readonly object?[] _defaults;

    /// <param name="defaults">Values of the properties that an instance does not give, by name.</param>
    public CimClass(
        string ns, string name, IEnumerable<CimProperty> properties, bool isSingleton, IReadOnlyDictionary<string, object?> defaults)
    {
        Namespace = ns.Replace('\\', '/').Trim('/');
        Name = name;
        Properties = properties.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        Keys = Properties.Where(p => p.IsKey).ToArray();
        IsSingleton = isSingleton || Keys.Count == 0;
        _index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < Properties.Count; i++)
            _index[Properties[i].Name] = i;
        _defaults = Properties.Select(p => defaults.TryGetValue(p.Name, out object? value) ? value : null).ToArray();
    }

    /// <summary>With forward slashes, spelled as in its file: <c>root/StandardCimv2</c>.</summary>
    public string Namespace { get; }

    public string Name { get; }

    public IReadOnlyList<CimProperty> Properties { get; }

    public IReadOnlyList<CimProperty> Keys { get; }

    /// <summary>One instance at most, so that Get needs no selectors.</summary>
    public bool IsSingleton { get; }

    /// <summary>
    /// Its instances are in other instances or come out of methods; whoever asks for the class gets none. Host files say
    /// which there are.
    /// </summary>
    public bool IsEmbedded { get; init; }

    /// <summary>An instance that gives nothing of its own.</summary>
    public CimInstance CreateInstance() => new(this, (object?[])_defaults.Clone());

    /// <returns>The place of the property in <see cref="Properties"/>, or -1. Names compare without case.</returns>
    public int IndexOf(string property) => _index.TryGetValue(property, out int index) ? index : -1;
}

internal static class CimNamespace
{
    /// <summary>One spelling for comparison: forward slashes, lower case, no slash at the ends.</summary>
    public static string Normal(string ns) => ns.Replace('\\', '/').Trim('/').ToLowerInvariant();
}
