using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines;

/// <summary>The roles of a baseline: server and client, written or not, and its own, each of which is one of these.</summary>
internal sealed class BaselineRoles(FaultList faults)
{
    public const int MostRoles = 100;
    private const string IsKey = "is";

    private static readonly string[] s_measured = [Roles.Server, Roles.Client];

    private readonly CheckSections _sections = new(faults);
    private readonly Dictionary<string, Place> _written = new(StringComparer.OrdinalIgnoreCase);

    public BaselineRole[] Of(YamlMap? defaultsMap, YamlMap? rolesMap)
    {
        IReadOnlyDictionary<string, YamlMap> defaults = defaultsMap is null ? CheckSections.None : _sections.Of(defaultsMap);
        _sections.Validate(defaults);
        var roles = s_measured.ToDictionary(
            r => r, r => _sections.Role(r, r, defaults, CheckSections.None), StringComparer.OrdinalIgnoreCase);
        CheckNumber(rolesMap);
        foreach (YamlEntry entry in rolesMap?.Entries ?? [])
        {
            string name = Roles.Parse(entry.Key.Value);
            if (IsRole(entry.Key, name) && MapOf(entry) is { } map && IsOf(name, entry.Key, map) is { } official)
            {
                IReadOnlyDictionary<string, YamlMap> own = _sections.Of(map.Where(e => e.Key.Value != IsKey));
                roles[name] = _sections.Role(name, official, defaults, own);
            }
        }

        return [.. roles.Values];
    }

    private void CheckNumber(YamlMap? rolesMap)
    {
        if (rolesMap?.Entries.Count > MostRoles)
        {
            throw faults.Stop(rolesMap.Entries[MostRoles].Key.Place, new Text(
                $"区分が{MostRoles}を超えています。似た区分をまとめてください。", $"more than {MostRoles} roles. Join those that are alike."));
        }
    }

    private bool IsRole(YamlScalar key, string name)
    {
        string quoted = Printable.Quote(key.Value);
        if (name.Length == 0)
        {
            faults.Add(key.Place, new Text("区分の名前がありません。名前を書いてください。", "the role has no name. Write one."));
        }
        else if (name == Roles.Network)
        {
            faults.Add(key.Place, new Text(
                $"「{quoted}」は測定しない区分です。ここから消し、施設の記録で回答してください。",
                $"'{quoted}' is never measured. Delete it here and answer it in the facility record."));
        }
        else if (_written.TryGetValue(name, out Place first))
        {
            faults.Add(key.Place, new Text(
                $"区分「{quoted}」は{first.Line}行目と同じものです。一つにまとめてください。",
                $"the role '{quoted}' is the same as the one on line {first.Line}. Join them."));
        }
        else
        {
            _written.Add(name, key.Place);
            return true;
        }

        return false;
    }

    private YamlMap? MapOf(YamlEntry entry) =>
        entry.Value.IsNull ? new YamlMap(entry.Key.Place, []) : new Binder(faults).Map(entry.Value);

    private string? IsOf(string name, YamlScalar key, YamlMap map)
    {
        bool official = s_measured.Contains(name);
        if (map[IsKey] is not { } node)
        {
            string quoted = Printable.Quote(name);
            if (!official)
            {
                faults.Add(key.Place, new Text(
                    $"独自の区分「{quoted}」には「is: server」か「is: client」を書いてください。様式のどの行に入るかを決めます。",
                    $"the role '{quoted}' of your own needs 'is: server' or 'is: client': it decides the line of the form."));
            }

            return official ? name : null;
        }

        string given = node is YamlScalar scalar ? Roles.Parse(scalar.Value) : "";
        if (s_measured.Contains(given) && (!official || given == name))
        {
            return given;
        }

        faults.Add(node.Place, official
            ? new Text($"「{name}」は公式の区分です。「is:」の行を消してください。", $"'{name}' is an official role. Delete the 'is:' line.")
            : new Text("「is:」には server か client を書いてください。", "'is:' must be server or client."));
        return null;
    }
}
