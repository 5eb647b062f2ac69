using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Cim;
using YamlDotNet.RepresentationModel;

namespace MedHardening.Simulator.Hosts;

/// <summary>The classes of <c>hosts/classes/*.yaml</c>, by namespace and name, without regard to case.</summary>
internal sealed class ClassCatalog
{
    private readonly Dictionary<string, Dictionary<string, CimClass>> _namespaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly ClassCatalog? _fallback;

    public ClassCatalog(HostFolder folder, ClassCatalog? fallback)
    {
        _fallback = fallback;
        foreach (string name in folder.Names("classes"))
        {
            string file = "classes/" + name;
            Add(Read(file, folder.Read(file)!), file);
        }
    }

    public CimClass? Find(string ns, string name) =>
        _namespaces.TryGetValue(CimNamespace.Normal(ns), out Dictionary<string, CimClass>? classes)
        && classes.TryGetValue(name, out CimClass? type)
            ? type
            : _fallback?.Find(ns, name);

    private void Add(CimClass type, string file)
    {
        string ns = CimNamespace.Normal(type.Namespace);
        if (!_namespaces.TryGetValue(ns, out Dictionary<string, CimClass>? classes))
            _namespaces[ns] = classes = new Dictionary<string, CimClass>(StringComparer.OrdinalIgnoreCase);
        if (!classes.TryAdd(type.Name, type))
            throw new HostFileException(file, 1, type.Name + " is described twice");
    }

    private CimClass Read(string file, string text)
    {
        YamlReading yaml = new(file);
        YamlMappingNode document = yaml.Document(text);
        string? name = null;
        string? ns = null;
        HashSet<string> keys = new(StringComparer.OrdinalIgnoreCase);
        List<CimProperty> properties = [];
        bool singleton = false;
        bool embedded = false;
        YamlNode? defaults = null;
        foreach ((YamlScalarNode key, YamlNode value) in yaml.Entries(document))
        {
            switch (key.Value)
            {
                case "schema": break;
                case "class": name = yaml.Text(value); break;
                case "namespace": ns = yaml.Text(value); break;
                case "singleton": singleton = yaml.Flag(value); break;
                case "embedded": embedded = yaml.Flag(value); break;
                case "keys": keys.UnionWith(yaml.Items(value).Select(yaml.Text)); break;
                case "properties":
                    foreach ((YamlScalarNode property, YamlNode word) in yaml.Entries(value))
                    {
                        if (!CimType.TryParse(yaml.Text(word), out CimType type))
                            throw yaml.Fault(word, "'" + yaml.Text(word) + "' is no CIM type");
                        properties.Add(new CimProperty(yaml.Text(property), type, false));
                    }
                    break;
                case "defaults": defaults = value; break;
                default: throw yaml.Fault(key, "'" + key.Value + "' is not known here");
            }
        }
        if (name is null || ns is null)
            throw yaml.Fault(document, "class and namespace are needed");
        foreach (string key in keys)
        {
            if (!properties.Exists(p => p.Name.Equals(key, StringComparison.OrdinalIgnoreCase)))
                throw yaml.Fault(document, "the key " + key + " is not among the properties");
        }
        return new CimClass(
            ns, name, properties.Select(p => p with { IsKey = keys.Contains(p.Name) }), singleton, Defaults(yaml, defaults, properties, ns))
        { IsEmbedded = embedded };
    }

    private Dictionary<string, object?> Defaults(YamlReading yaml, YamlNode? section, List<CimProperty> properties, string ns)
    {
        Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);
        if (section is null)
            return values;
        CimValueReader reader = new(yaml, this);
        foreach ((YamlScalarNode name, YamlNode value) in yaml.Entries(section))
        {
            CimProperty property = properties.Find(p => p.Name.Equals(name.Value, StringComparison.OrdinalIgnoreCase))
                ?? throw yaml.Fault(name, name.Value + " is not among the properties");
            values[property.Name] = reader.Value(property, value, ns);
        }
        return values;
    }
}
