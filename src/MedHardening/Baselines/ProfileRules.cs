using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines;

/// <summary>What must hold between the parts of a profile, beyond the shape of each.</summary>
internal static class ProfileRules
{
    public static void Check(ProfileFile file, FaultList faults)
    {
        if (file.FiscalYear is { From: { } from, To: { } to } && to.Value < from.Value)
        {
            faults.Add(to.Place, new Text("年度の終わりが始まりより前です。", "the fiscal year ends before it begins."));
        }

        ProfileFile.ItemEntry[] items = (file.Items ?? []).Select(i => i.Value).ToArray();
        Once(items.Select(i => i.Key), faults);
        Once(items.Select(i => i.Number), faults);
        foreach (Located<ProfileFile.ItemEntry> item in file.Items ?? [])
        {
            CheckSection(item.Value.Section, file, faults);
            CheckRows(item, faults);
        }
    }

    private static void Once(IEnumerable<Located<string>?> names, FaultList faults)
    {
        foreach (IGrouping<string, Located<string>> same in names.OfType<Located<string>>().GroupBy(n => n.Value, StringComparer.OrdinalIgnoreCase))
        {
            foreach (Located<string> again in same.Skip(1))
            {
                string quoted = Printable.Quote(again.Value);
                faults.Add(again.Place, new Text(
                    $"「{quoted}」は{same.First().Place.Line}行目の項目と同じです。", $"'{quoted}' is the same as on line {same.First().Place.Line}."));
            }
        }
    }

    private static void CheckSection(Located<int>? section, ProfileFile file, FaultList faults)
    {
        if (section is not null && !(file.Sections ?? []).Any(s => s.Value.Number == section.Value))
        {
            faults.Add(section.Place, new Text(
                $"「sections:」に{section.Value}がありません。", $"'sections:' has no number {section.Value}."));
        }
    }

    private static void CheckRows(Located<ProfileFile.ItemEntry> item, FaultList faults)
    {
        if (item.Value.Roles is null == item.Value.Rows is null)
        {
            faults.Add(item.Place, new Text(
                "「roles:」（一行の項目）か「rows:」（複数行の項目）のどちらか一つを書いてください。",
                "write either 'roles:' (an item with one line) or 'rows:' (with several)."));
        }

        foreach (Located<string> role in (item.Value.Roles ?? []).Concat((item.Value.Rows ?? []).Select(r => r.Role).OfType<Located<string>>()))
        {
            if (!Roles.Official.Contains(role.Value))
            {
                string quoted = Printable.Quote(role.Value);
                Text known = Suggestion.Of(quoted, Roles.Official.ToArray());
                faults.Add(role.Place, new Text($"「{quoted}」という区分はありません。{known.Ja}", $"there is no role '{quoted}'. {known.En}"));
            }
        }
    }
}
