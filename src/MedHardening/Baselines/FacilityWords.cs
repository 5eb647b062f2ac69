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

    public Answer? Answer(Located<string>? word) => Of(word, s_answers);

    public FacilityKind? Kind(Located<string>? word) => Of(word, s_kinds);

    /// <summary>A person needs both 氏名 and 役職; neither is the same as nobody.</summary>
    public Person? Person(Located<FacilityFile.PersonEntry>? person)
    {
        bool name = !string.IsNullOrWhiteSpace(person?.Value.Name);
        bool title = !string.IsNullOrWhiteSpace(person?.Value.Title);
        if (name != title)
        {
            faults.Add(person!.Place, name
                ? new Text("役職（title:）がありません。氏名と役職の両方を書いてください。", "the title is missing. A person needs both 'name:' and 'title:'.")
                : new Text("氏名（name:）がありません。氏名と役職の両方を書いてください。", "the name is missing. A person needs both 'name:' and 'title:'."));
        }

        return name && title ? new Person(person!.Value.Name!, person.Value.Title!) : null;
    }

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
