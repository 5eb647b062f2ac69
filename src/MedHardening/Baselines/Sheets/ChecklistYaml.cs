using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist;
using Newtonsoft.Json;

namespace MedHardening.Baselines.Sheets;

/// <summary>The text of an imported checklist: a profile with a comment above each item that says what a person must confirm.</summary>
internal sealed class ChecklistYaml(OfficialForm form, ChecklistProfile like, int reiwa, string source)
{
    private const string Unconfirmed = "未確認（公式様式で要確認）";
    private const int YearBeforeReiwa = 2018;

    public string Text(IReadOnlyList<ImportedItem> items) => string.Join("\n", Lines(items)) + "\n";

    private IEnumerable<string> Lines(IReadOnlyList<ImportedItem> items)
    {
        int year = YearBeforeReiwa + reiwa;
        string number = reiwa.ToString(CultureInfo.InvariantCulture);
        string title = form.Title ?? "サイバーセキュリティ対策チェックリスト（令和" + number + "年度）";
        yield return "# 公式の様式から読み込んだものです。「要確認」の行を公式の様式と照らし合わせ、key: が違えば直してください。";
        yield return "# 使うには、ベースラインと同じフォルダーの checklists/mhlw-r" + number + ".yaml に置き、profile: mhlw-r" + number + " と書きます。";
        yield return "schema: medhardening/profile/1";
        yield return "id: mhlw-r" + number;
        yield return "title:";
        yield return "  ja: " + Quoted(title);
        yield return "  en: " + Quoted("Cybersecurity checklist (FY" + year.ToString(CultureInfo.InvariantCulture) + ")");
        yield return "fiscalYear:";
        yield return "  wareki: 令和" + number + "年度";
        yield return "  from: " + year.ToString(CultureInfo.InvariantCulture) + "-04-01";
        yield return "  to: " + (year + 1).ToString(CultureInfo.InvariantCulture) + "-03-31";
        yield return "guidelineVersion: " + Quoted(form.Guideline ?? Unconfirmed);
        yield return "sections:";
        foreach (int section in items.Select(i => i.Section).Distinct().OrderBy(s => s))
        {
            Text known = like.Items.FirstOrDefault(i => i.Section.Number == section)?.Section.Title ?? new(Unconfirmed, "unconfirmed");
            yield return "  - number: " + section.ToString(CultureInfo.InvariantCulture);
            yield return "    title: {ja: " + Quoted(form.Sections.TryGetValue(section, out string? own) ? own : known.Ja) + ", en: " + Quoted(known.En) + "}";
        }

        yield return "items:";
        foreach (string line in items.SelectMany(Item))
            yield return line;
    }

    private IEnumerable<string> Item(ImportedItem item)
    {
        ChecklistItem? match = item.Match;
        yield return "  # " + Confirm(item);
        yield return "  - key: " + item.Key;
        yield return "    number: " + item.Number;
        yield return "    section: " + item.Section.ToString(CultureInfo.InvariantCulture);
        yield return "    title:";
        yield return "      ja: " + Quoted(item.Wording);
        yield return "      en: " + Quoted(match is not null && match.Title.Ja == item.Wording ? match.Title.En : "(not translated) " + item.Wording);
        yield return "    category: " + Quoted(match?.Category ?? Unconfirmed);
        yield return "    forms: [" + string.Join(", ", (match ?? like.Items[0]).Forms.Select(Quoted)) + "]";
        yield return "    chapters: [" + string.Join(", ", match?.Chapters ?? []) + "]";
        if (match is { Rows.Count: > 1 })
        {
            yield return "    rows:";
            foreach (FormRow row in match.Rows)
                yield return "      - {role: " + row.Roles[0] + ", label: " + Quoted(row.Label!) + "}";
        }
        else
        {
            yield return "    roles: [" + string.Join(", ", match?.Rows[0].Roles ?? []) + "]";
        }

        if (match?.Procurement is { } clause)
            yield return "    procurement: " + Quoted(clause);
        yield return "    source: " + Quoted(source);
    }

    private string Confirm(ImportedItem item)
    {
        string percent = Math.Floor(item.Likeness * 100).ToString(CultureInfo.InvariantCulture);
        return item.Match is not { } match ? "要確認: 新しい項目です。測定する検査がないため、人の回答だけによります"
            : match.Title.Ja == item.Wording ? like.FiscalYear.Wareki + "の" + match.Number + "と同じ文言"
            : "要確認: " + like.FiscalYear.Wareki + "の" + match.Number + "と " + percent + " % 一致。違う項目なら key: を変えてください";
    }

    private static string Quoted(string text) => JsonConvert.ToString(text);
}
