using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines.Sheets;

/// <summary>The answers of a facility record as a workbook to fill in, one row for each line of the form, and back.</summary>
public static class AnswerSheet
{
    private const string Name = "回答";

    // The heading, the key in the record's YAML, and the width in characters.
    private static readonly (string Heading, string Key, int Width)[] s_columns =
    [
        ("行", "row", 28), ("番号", "", 8), ("チェック項目", "", 60), ("確認結果", "answer", 10), ("氏名", "name", 16), ("役職", "title", 22),
        ("確認日", "confirmedOn", 14), ("目標日", "targetDate", 14), ("備考", "remarks", 40),
    ];

    /// <param name="record">Whose answers are written; null for an empty sheet.</param>
    public static void Write(Stream stream, ChecklistProfile profile, FacilityRecord? record)
    {
        ILookup<string, Attestation> answers = (record?.Attestations ?? []).ToLookup(a => a.Row);
        List<IReadOnlyList<string>> rows = [s_columns.Select(c => c.Heading).ToArray()];
        foreach (ChecklistItem item in profile.Items)
            rows.AddRange(item.Rows.Select(row => Row(item, row, answers[row.Key].FirstOrDefault())));
        SheetWriter.Write(stream, Name, s_columns.Select(c => c.Width).ToArray(), rows, new Dictionary<int, string[]> { [4] = ["はい", "いいえ"] });
    }

    /// <summary>The answers given in a sheet; rows that still wait for one are left out.</summary>
    /// <exception cref="InvalidFileException">Every mistake with its cell, by the rules of the facility record.</exception>
    public static IReadOnlyList<Attestation> Read(string path, ChecklistProfile profile)
    {
        var faults = new FaultList(path) { AreCells = true };
        IReadOnlyDictionary<int, IReadOnlyList<SheetCell>> rows = SheetReader.Read(path, faults);
        IReadOnlyDictionary<int, string> keys = Keys(rows.TryGetValue(1, out IReadOnlyList<SheetCell>? heading) ? heading : [], faults);
        YamlNode[] entries = rows.Where(r => r.Key > 1).OrderBy(r => r.Key)
            .Select(r => Entry(r.Value, keys, faults)).OfType<YamlNode>().ToArray();
        var list = new YamlMap(Place.File, [new YamlEntry(new YamlScalar(Place.File, "attestations", true), new YamlList(Place.File, entries))]);
        var rules = new RecordRules(profile, faults);
        var file = (AnswerFile)new Binder(faults, rules.Check).Record(list, typeof(AnswerFile));
        IReadOnlyList<Attestation> answers = new AttestationRules(new RowNames(profile, faults), new FacilityWords(faults), profile, faults).Read(file.Attestations ?? []);
        faults.ThrowIfAny();
        return answers;
    }

    private static string[] Row(ChecklistItem item, FormRow row, Attestation? answer) =>
    [
        row.Key, item.Number, (row.Label is null ? "" : "［" + row.Label + "］") + item.Title.Ja, answer is null ? "" : answer.Answer == Answer.Yes ? "はい" : "いいえ",
        answer?.By?.Name ?? "", answer?.By?.Title ?? "", Day(answer?.ConfirmedOn), Day(answer?.TargetDate), answer?.Remarks ?? "",
    ];

    private static IReadOnlyDictionary<int, string> Keys(IReadOnlyList<SheetCell> heading, FaultList faults)
    {
        Dictionary<int, string> keys = heading
            .Select(c => (c.Place.Column, s_columns.FirstOrDefault(s => s.Heading == c.Text).Key))
            .Where(c => c.Key is { Length: > 0 })
            .GroupBy(c => c.Key).Select(g => g.First())
            .ToDictionary(c => c.Column, c => c.Key);
        if (s_columns.FirstOrDefault(c => c.Key.Length > 0 && !keys.ContainsValue(c.Key)) is { Heading: { } missing })
        {
            throw faults.Stop(new Place(1, 1), new Text(
                $"1行目に見出し「{missing}」がありません。書き出したシートの見出しを変えないでください。",
                $"row 1 has no heading '{missing}'. Leave the headings of the exported sheet as they are."));
        }

        return keys;
    }

    private static YamlMap? Entry(IReadOnlyList<SheetCell> cells, IReadOnlyDictionary<int, string> keys, FaultList faults)
    {
        SheetCell[] known = cells.Where(c => keys.ContainsKey(c.Place.Column)).ToArray();
        foreach (SheetCell formula in known.Where(c => c.IsFormula))
        {
            faults.Add(formula.Place, new Text("数式は使えません。値を書いてください。", "formulas are not allowed. Write the value."));
        }

        if (known.Length == 0)
        {
            return null;
        }

        Place first = known[0].Place;
        YamlEntry[] all = known.Select(c => Scalar(keys[c.Place.Column], c)).ToArray();
        YamlEntry[] person = all.Where(e => e.Key.Value is "name" or "title").ToArray();
        IEnumerable<YamlEntry> own = all.Except(person);
        return new YamlMap(first, person.Length == 0 ? [.. own]
            : [.. own, new YamlEntry(new YamlScalar(person[0].Value.Place, "by", true), new YamlMap(person[0].Value.Place, person))]);
    }

    private static YamlEntry Scalar(string key, SheetCell cell) => new(
        new YamlScalar(cell.Place, key, true),
        new YamlScalar(cell.Place, key is "confirmedOn" or "targetDate" ? cell.Day() : cell.Text, IsPlain: false));

    private static string Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private sealed record AnswerFile
    {
        public IReadOnlyList<Located<FacilityFile.AttestationEntry>>? Attestations { get; init; }
    }
}
