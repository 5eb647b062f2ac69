using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Cim;
using YamlDotNet.RepresentationModel;

namespace MedHardening.Simulator.Hosts;

/// <summary>
/// The <c>instances</c> of a host file, laid over those of its base by the class's keys: given properties replace,
/// <c>$remove: true</c> takes the instance out, an item <c>$clear: true</c> all of the class. A class or a namespace that is null is not on this host.
/// </summary>
internal sealed class InstanceSection(YamlReading yaml, ClassCatalog classes, InstanceDraft draft)
{
    private readonly CimValueReader _values = new(yaml, classes);

    public void Lay(YamlNode section)
    {
        foreach ((YamlScalarNode ns, YamlNode content) in yaml.Entries(section))
        {
            if (YamlReading.IsNull(content))
            {
                draft.Remove(ns.Value!);
                continue;
            }
            draft.Add(ns.Value!);
            foreach ((YamlScalarNode className, YamlNode list) in yaml.Entries(content))
            {
                CimClass type = classes.Find(ns.Value!, className.Value!)
                    ?? throw yaml.Fault(className, "there is no class file for " + ns.Value + ":" + className.Value);
                if (YamlReading.IsNull(list))
                {
                    draft.Remove(type);
                    continue;
                }
                List<CimInstance> instances = draft.Of(type);
                foreach (YamlNode item in yaml.Items(list))
                    Lay(type, instances, item);
            }
        }
    }

    private void Lay(CimClass type, List<CimInstance> instances, YamlNode item)
    {
        bool remove = false;
        bool clear = false;
        List<KeyValuePair<string, object?>> given = [];
        foreach ((YamlScalarNode name, YamlNode value) in yaml.Entries(item))
        {
            if (name.Value == "$remove")
            {
                remove = yaml.Flag(value);
                continue;
            }
            if (name.Value == "$clear")
            {
                clear = yaml.Flag(value);
                continue;
            }
            int index = type.IndexOf(name.Value!);
            if (index < 0)
                throw yaml.Fault(name, type.Name + " has no property " + name.Value);
            given.Add(KeyValuePair.Create(type.Properties[index].Name, _values.Value(type.Properties[index], value, type.Namespace)));
        }

        if (clear)
        {
            instances.Clear();
            return;
        }
        int at = Find(type, instances, given, item);
        if (remove && at < 0)
            throw yaml.Fault(item, "there is no such " + type.Name + " to remove");
        if (remove)
            instances.RemoveAt(at);
        else if (at >= 0)
            instances[at] = instances[at].With(given);
        else
            instances.Add(type.CreateInstance().With(given));
    }

    private static bool Has(CimInstance instance, int[] at, string[] keys)
    {
        for (int i = 0; i < at.Length; i++)
        {
            if (!CimText.Of(instance[at[i]] ?? "").Equals(keys[i], StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }

    private int Find(CimClass type, List<CimInstance> instances, List<KeyValuePair<string, object?>> given, YamlNode item)
    {
        object?[] named = type.Keys.Select(k => given.Where(g => g.Key == k.Name).Select(g => g.Value).FirstOrDefault()).ToArray();
        // An override that names no key at all means the one instance there is: the computer system, the BIOS.
        if (Array.TrueForAll(named, k => k is null) && instances.Count <= 1 && (named.Length == 0 || instances.Count == 1))
            return instances.Count - 1;
        CimInstance blank = type.CreateInstance();
        string?[] keys = type.Keys.Zip(named, (k, value) => (value ?? blank[k.Name]) is { } key ? CimText.Of(key) : null).ToArray();
        if (Array.Exists(keys, k => k is null))
            throw yaml.Fault(item, type.Name + " is identified by " + string.Join(", ", type.Keys.Select(k => k.Name)));
        int[] at = type.Keys.Select(k => type.IndexOf(k.Name)).ToArray();
        return instances.FindIndex(i => Has(i, at, keys!));
    }
}
