using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines;

/// <summary>The words of a facility record that may be Japanese or English.</summary>
internal sealed class FacilityWords(FaultList faults)
{
    private static readonly Dictionary<string, Answer> s_answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["はい"] = Checklist.Answer.Yes,
        ["yes"] = Checklist.Answer.Yes,
        ["true"] = Checklist.Answer.Yes,
        ["いいえ"] = Checklist.Answer.No,
        ["no"] = Checklist.Answer.No,
        ["false"] = Checklist.Answer.No,
    };

    private static readonly Dictionary<string, FacilityKind> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hospital"] = FacilityKind.Hospital,
        ["病院"] = FacilityKind.Hospital,
        ["clinic"] = FacilityKind.Clinic,
        ["診療所"] = FacilityKind.Clinic,
        ["pharmacy"] = FacilityKind.Pharmacy,
        ["薬局"] = FacilityKind.Pharmacy,
        ["vendor"] = FacilityKind.Vendor,
        ["事業者"] = FacilityKind.Vendor,
    };

    /// <summary>The Japanese word of a kind.</summary>
    public static string Of(FacilityKind kind) => s_kinds.Where(k => k.Value == kind).Select(k => k.Key).First(k => k[0] > '\u2FFF');

    public Answer? Answer(Located<string>? word) => Of(word, s_answers);

    public FacilityKind? Kind(Located<string>? word) => Of(word, s_kinds);

    /// <summary>A person whose name and title are left empty is nobody.</summary>
    public static Person? Person(Located<Person>? person) => person is { Value.IsNamed: true } named ? named.Value : null;

    /// <summary>Names of computers, at least one.</summary>
    public IReadOnlyList<string> Hosts(Located<IReadOnlyList<Located<string>>>? hosts)
    {
        if (hosts is { Value.Count: 0 })
        {
            faults.Add(hosts.Place, new Text("対象のコンピュータ名を一つ以上書いてください。", "name at least one computer."));
        }

        foreach (Located<string> host in (hosts?.Value ?? []).Where(h => !HostName.IsName(h.Value)))
        {
            string quoted = Printable.Quote(host.Value);
            faults.Add(host.Place, new Text(
                $"「{quoted}」はコンピュータ名になりません。台帳の名称を一つずつ書いてください。",
                $"'{quoted}' cannot be a computer name. Write the names of the ledger, one by one."));
        }

        return (hosts?.Value ?? []).Select(h => h.Value).ToArray();
    }

    private T? Of<T>(Located<string>? word, Dictionary<string, T> words)
        where T : struct
    {
        if (word is null || words.TryGetValue(word.Value.Trim(), out T value))
        {
            return word is null ? null : words[word.Value.Trim()];
        }

        string given = Printable.Quote(word.Value);
        Text known = Suggestion.Of(given, words.Keys.ToArray());
        faults.Add(word.Place, new Text($"「{given}」は使えません。{known.Ja}", $"'{given}' does not fit here. {known.En}"));
        return null;
    }
}
