using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines;

/// <summary>
/// What a person calls a line of the form: <c>2-⑨</c>, <c>2-9</c>, <c>２－９</c>, <c>removable-storage</c>; with the role behind it
/// where the item has two lines: <c>2-⑫ サーバ</c>, <c>background-services-client</c>.
/// </summary>
internal sealed class RowNames(ChecklistProfile profile, FaultList faults)
{
    private static readonly char[] s_blanks = [' ', '\t'];

    public FormRow? Find(Located<string>? word)
    {
        if (word is null)
        {
            return null;
        }

        string text = ItemNumber.Plain(word.Value);
        if (profile.Rows.FirstOrDefault(r => string.Equals(r.Key, text, StringComparison.OrdinalIgnoreCase)) is { } exact)
        {
            return exact;
        }

        (ChecklistItem? item, string role) = Split(text);
        if (item is null)
        {
            Unknown(word, profile.Rows.Select(r => r.Key));
            return null;
        }

        FormRow[] rows = role.Length == 0 ? [.. item.Rows] : item.Rows.Where(r => r.Roles.Contains(Roles.Parse(role))).ToArray();
        if (rows.Length == 1)
        {
            return rows[0];
        }

        string quoted = Printable.Quote(word.Value);
        string lines = string.Join(" / ", item.Rows.Select(r => r.Label is null ? item.Number : item.Number + " " + r.Label));
        faults.Add(word.Place, rows.Length == 0
            ? new Text($"「{quoted}」という行はありません。この項目の行: {lines}", $"there is no row '{quoted}'. Rows of the item: {lines}")
            : new Text(
                $"「{quoted}」には行が{rows.Length}つあります。どちらかを書いてください: {lines}",
                $"'{quoted}' has {rows.Length} rows. Name one of them: {lines}"));
        return null;
    }

    public ChecklistItem? Item(Located<string>? word)
    {
        if (word is null)
        {
            return null;
        }

        ChecklistItem? item = profile.Find(word.Value);
        if (item is null)
        {
            Unknown(word, profile.Items.Select(i => i.Key));
        }

        return item;
    }

    private void Unknown(Located<string> word, IEnumerable<string> known)
    {
        string given = Printable.Quote(word.Value);
        Text suggestion = Suggestion.Of(given, known.Concat(profile.Items.Select(i => i.Number)).ToArray());
        faults.Add(word.Place, new Text(
            $"チェックリストに「{given}」はありません。{suggestion.Ja}", $"the checklist has no '{given}'. {suggestion.En}"));
    }

    private (ChecklistItem? Item, string Role) Split(string text)
    {
        string[] words = text.Split(s_blanks, 2, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && profile.Find(words[0]) is { } named ? (named, words[1]) : (profile.Find(text), "");
    }
}
