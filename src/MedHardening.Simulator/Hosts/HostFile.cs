using System;
using System.Collections.Generic;
using System.Linq;
using YamlDotNet.RepresentationModel;

namespace MedHardening.Simulator.Hosts;

/// <summary>Reads a host file and the files it is based on.</summary>
internal sealed class HostFile
{
    private const string Schema = "medhardening/host/1";

    private readonly HostFolder _folder;
    private readonly HostDraft _draft = new();
    private readonly List<string> _chain = [];
    private readonly List<(YamlReading Yaml, YamlNode Section)> _stores = [];

    private HostFile(HostFolder folder) => _folder = folder;

    /// <exception cref="HostFileException">The file, or one that it is based on, cannot be used.</exception>
    public static HostData Read(HostFolder folder, string name)
    {
        HostFile file = new(folder);
        file.Lay(name, name, 1);
        file.LayStores();
        return file._draft.Build(name, folder.Classes);
    }

    /// <summary>
    /// The files a fleet is made of: those that say <c>archetype: true</c>; in a folder where none does, all but those that say
    /// <c>false</c> and those without name that only serve as a base.
    /// </summary>
    public static IReadOnlyList<string> Archetypes(HostFolder folder)
    {
        List<(string Name, bool? IsArchetype, bool IsNamed)> files = [];
        HashSet<string> bases = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in folder.Names(""))
        {
            YamlReading yaml = new(name);
            YamlMappingNode document = folder.Document(name)!;
            bool? isArchetype = document.Children.TryGetValue("archetype", out YamlNode? flag) ? yaml.Flag(flag) : null;
            files.Add((name, isArchetype, document.Children.ContainsKey("name")));
            if (document.Children.TryGetValue("base", out YamlNode? below))
                bases.Add(yaml.Text(below));
        }
        bool isDeclared = files.Exists(f => f.IsArchetype == true);
        return files
            .Where(f => f.IsArchetype ?? (!isDeclared && (f.IsNamed || !bases.Contains(f.Name))))
            .Select(f => f.Name)
            .ToArray();
    }

    private void Lay(string name, string askedBy, long line)
    {
        if (_chain.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new HostFileException(askedBy, line, "bases in a circle: " + string.Join(" → ", _chain.Append(name)));
        _chain.Add(name);
        YamlMappingNode document = _folder.Document(name)
            ?? throw new HostFileException(askedBy, line, "there is no host file " + name + ".yaml");
        YamlReading yaml = new(name);

        if (document.Children.TryGetValue("base", out YamlNode? below))
        {
            if (yaml.Text(below).AsSpan().IndexOfAny('/', '\\') >= 0)
                throw yaml.Fault(below, "a base lies beside this one: its name has no folder");
            Lay(yaml.Text(below), name, below.Start.Line);
        }
        foreach ((YamlScalarNode key, YamlNode value) in yaml.Entries(document))
        {
            switch (key.Value)
            {
                case "base" or "archetype" or "description" or "title": break;
                case "schema":
                    if (yaml.Text(value) != Schema)
                        throw yaml.Fault(value, "schema " + Schema + " expected");
                    break;
                case "name":
                    _draft.Name = SimulatedFleet.IsComputerName(yaml.Text(value))
                        ? yaml.Text(value)
                        : throw yaml.Fault(value, "'" + yaml.Text(value) + "' is no computer name");
                    break;
                case "domain": _draft.Domain = yaml.Text(value); break;
                case "language": _draft.Labels = _draft.Labels with { Language = OneOf(yaml, value, "ja", "en") }; break;
                case "role": _draft.Labels = _draft.Labels with { Role = OneOf(yaml, value, "client", "server") }; break;
                case "handling":
                    _draft.Labels = _draft.Labels with { Handling = OneOf(yaml, value, "ReadOnly", "Writable", "NotContactable") };
                    break;
                case "users": Users(yaml, value); break;
                case "instances": new InstanceSection(yaml, _folder.Classes, _draft.Instances).Lay(value); break;
                case "stores": _stores.Add((yaml, value)); break;
                case "registry": new RegistrySection(yaml, _draft).Lay(value); break;
                case "behaviour": new BehaviourSection(yaml, _draft).Lay(value); break;
                default: throw yaml.Fault(key, "'" + key.Value + "' is not known here");
            }
        }
    }

    /// <summary>After all files, because a store shows what the default store shows but for what is said of it.</summary>
    private void LayStores()
    {
        foreach ((YamlReading yaml, YamlNode section) in _stores)
        {
            foreach ((YamlScalarNode store, YamlNode instances) in yaml.Entries(section))
                new InstanceSection(yaml, _folder.Classes, _draft.Store(store.Value!)).Lay(instances);
        }
    }

    private void Users(YamlReading yaml, YamlNode section)
    {
        foreach (YamlNode item in yaml.Items(section))
        {
            string? name = null;
            string? password = null;
            foreach ((YamlScalarNode key, YamlNode value) in yaml.Entries(item))
            {
                if (key.Value == "name")
                    name = yaml.Text(value);
                else if (key.Value == "password")
                    password = yaml.Text(value);
                else
                    throw yaml.Fault(key, "'" + key.Value + "' is not known here");
            }
            if (name is null || password is null)
                throw yaml.Fault(item, "name and password are needed");
            _draft.Users[name] = password;
        }
    }

    private static string OneOf(YamlReading yaml, YamlNode node, params string[] words) =>
        words.Contains(yaml.Text(node), StringComparer.Ordinal)
            ? yaml.Text(node)
            : throw yaml.Fault(node, string.Join(", ", words) + " expected");
}
