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
    private readonly HostDraft _draft;

    private HostFile(HostFolder folder, HostDraft draft)
    {
        _folder = folder;
        _draft = draft;
    }

    /// <exception cref="HostFileException">The file, or one that it is based on, cannot be used.</exception>
    public static HostData Read(HostFolder folder, string name)
    {
        HostDraft draft = Lay(folder, null, name, [Existing(folder, name, name, 1)]);
        return draft.Build(name, folder.Classes);
    }

    /// <summary>Lays a file, and before it those that it is based on, over a draft. The first base is laid once for all its files.</summary>
    /// <param name="draft">Null for nothing.</param>
    /// <param name="path">The files that led here, with this one as the last.</param>
    private static HostDraft Lay(HostFolder folder, HostDraft? draft, string name, string[] path)
    {
        foreach ((string below, long line) in Bases(folder, name))
        {
            string[] inner = [.. path, Existing(folder, below, name, line)];
            if (path.Contains(below, StringComparer.OrdinalIgnoreCase))
                throw new HostFileException(name, line, "bases in a circle: " + string.Join(" → ", inner));
            draft = draft is null
                ? folder.Base(below, b => Lay(folder, null, b, inner)).Copy()
                : Lay(folder, draft, below, inner);
        }
        draft ??= new HostDraft();
        new HostFile(folder, draft).Lay(name);
        return draft;
    }

    private static string Existing(HostFolder folder, string name, string askedBy, long line) => folder.Document(name) is not null
        ? name
        : throw new HostFileException(askedBy, line, "there is no host file " + name + ".yaml");

    private static IEnumerable<(string Name, long Line)> Bases(HostFolder folder, string name)
    {
        YamlReading yaml = new(name);
        if (!folder.Document(name)!.Children.TryGetValue("base", out YamlNode? below))
            return [];
        IEnumerable<YamlNode> nodes = below is YamlSequenceNode ? yaml.Items(below) : [below];
        return nodes.Select(n => yaml.Text(n).AsSpan().IndexOfAny('/', '\\') < 0
            ? (yaml.Text(n), n.Start.Line)
            : throw yaml.Fault(n, "a base lies beside this one: its name has no folder"));
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
            bases.UnionWith(Bases(folder, name).Select(b => b.Name));
        }
        bool isDeclared = files.Exists(f => f.IsArchetype == true);
        return files
            .Where(f => f.IsArchetype ?? (!isDeclared && (f.IsNamed || !bases.Contains(f.Name))))
            .Select(f => f.Name)
            .ToArray();
    }

    private void Lay(string name)
    {
        YamlReading yaml = new(name);
        YamlMappingNode document = _folder.Document(name)!;
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
                case "stores": _draft.Stores.Add((yaml, value)); break;
                case "registry": new RegistrySection(yaml, _draft).Lay(value); break;
                case "policy": new PolicySection(yaml, _draft).Lay(value); break;
                case "behaviour": new BehaviourSection(yaml, _draft).Lay(value); break;
                default: throw yaml.Fault(key, "'" + key.Value + "' is not known here");
            }
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
