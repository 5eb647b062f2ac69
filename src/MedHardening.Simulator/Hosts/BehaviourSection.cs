using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using YamlDotNet.RepresentationModel;

namespace MedHardening.Simulator.Hosts;

/// <summary>Reads how a host goes wrong, and which Windows it speaks like.</summary>
internal sealed class BehaviourSection(YamlReading yaml, HostDraft draft)
{
    private static readonly Dictionary<string, Phase> s_phases =
        Enum.GetValues<Phase>().ToDictionary(p => CamelCase(p.ToString()), StringComparer.Ordinal);

    private static readonly Dictionary<string, MishapKind> s_kinds =
        Enum.GetValues<MishapKind>().ToDictionary(k => CamelCase(k.ToString()), StringComparer.Ordinal);

    public void Lay(YamlNode section)
    {
        foreach ((YamlScalarNode key, YamlNode value) in yaml.Entries(section))
        {
            if (key.Value == "mishaps")
                draft.Misbehaviour = draft.Misbehaviour with { Mishaps = yaml.Items(value).Select(Mishap).ToArray() };
            else
                Lay(key, value);
        }
    }

    private void Lay(YamlScalarNode key, YamlNode value)
    {
        string text = yaml.Text(value);
        Misbehaviour misbehaviour = draft.Misbehaviour;
        HostDialect dialect = draft.Dialect;
        (draft.Misbehaviour, draft.Dialect) = (key.Value, text) switch
        {
            ("access", "granted") => (misbehaviour with { Access = Access.Granted }, dialect),
            ("access", "denied") => (misbehaviour with { Access = Access.DeniedByWmi }, dialect),
            ("access", "deniedByWinRm") => (misbehaviour with { Access = Access.DeniedByWinRm }, dialect),
            ("access", "readOnly") => (misbehaviour with { Access = Access.ReadOnly }, dialect),
            ("signin", "rejected") => (misbehaviour with { IsSignInRejected = true }, dialect),
            ("signin", "accepted") => (misbehaviour with { IsSignInRejected = false }, dialect),
            ("registryAbsentCode", "1") => (misbehaviour, dialect with { RegistryAbsentCode = 1 }),
            ("registryAbsentCode", "2") => (misbehaviour, dialect with { RegistryAbsentCode = 2 }),
            ("nullArrays", "nil") => (misbehaviour, dialect with { SendsNullArrays = true }),
            ("nullArrays", "omitted") => (misbehaviour, dialect with { SendsNullArrays = false }),
            ("wmiFaults", "classic") => (misbehaviour, dialect with { HasClassicFaults = true }),
            ("wmiFaults", "modern") => (misbehaviour, dialect with { HasClassicFaults = false }),
            _ => throw yaml.Fault(key, "'" + key.Value + ": " + text + "' is no behaviour"),
        };
    }

    private Mishap Mishap(YamlNode item)
    {
        Phase? at = null;
        MishapKind? what = null;
        Mishap rest = new(default, default);
        foreach ((YamlScalarNode key, YamlNode value) in yaml.Entries(item))
        {
            switch (key.Value)
            {
                case "at": at = OneOf(s_phases, value); break;
                case "what": what = OneOf(s_kinds, value); break;
                case "skip": rest = rest with { Skip = (int)Number(value, int.MaxValue) }; break;
                case "times": rest = rest with { Times = (int)Number(value, int.MaxValue) }; break;
                case "milliseconds": rest = rest with { Delay = TimeSpan.FromMilliseconds(Number(value, int.MaxValue)) }; break;
                case "code": rest = rest with { Code = Number(value, uint.MaxValue) }; break;
                default: throw yaml.Fault(key, "'" + key.Value + "' is not known here");
            }
        }
        if (at is null || what is null)
            throw yaml.Fault(item, "at and what are needed");
        Mishap mishap = rest with { At = at.Value, What = what.Value };
        return mishap.Impossible is { } why ? throw yaml.Fault(item, why) : mishap;
    }

    private T OneOf<T>(Dictionary<string, T> words, YamlNode node) =>
        words.TryGetValue(yaml.Text(node), out T? value) ? value : throw yaml.Fault(node, string.Join(", ", words.Keys) + " expected");

    private uint Number(YamlNode node, uint max) =>
        uint.TryParse(yaml.Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out uint number) && number <= max
            ? number
            : throw yaml.Fault(node, "a whole number up to " + max.ToString(CultureInfo.InvariantCulture) + " expected");

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
