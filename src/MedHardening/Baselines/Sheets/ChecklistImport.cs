using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using MedHardening.Checklist;

namespace MedHardening.Baselines.Sheets;

/// <summary>
/// A year's checklist from the official workbook that the user supplies. Rows that read like items of the newest checklist that we have
/// are given their keys, which the user confirms in the file; the others become rows that people answer.
/// </summary>
public static class ChecklistImport
{
    private const double AlikeFrom = 0.6;

    /// <summary>Writes the checklist; nothing is overwritten.</summary>
    /// <param name="year">Year of 令和 when the workbook does not say it; else null.</param>
    /// <returns>The items, in the order of the form.</returns>
    /// <exception cref="InvalidFileException">The workbook has no numbered rows, or cannot be read.</exception>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static IReadOnlyList<ImportedItem> Run(string workbook, string path, int? year)
    {
        var faults = new FaultList(workbook) { AreCells = true };
        var form = new OfficialForm(SheetReader.Read(workbook, faults));
        if (form.Rows.Count == 0)
        {
            throw faults.Stop(Place.File, new Text(
                "番号のある行（2-⑨ など）がありません。公式の様式のブックか確かめてください。",
                "there are no numbered rows (such as 2-⑨). Check that it is the official form."));
        }

        int reiwa = year ?? form.Year ?? throw faults.Stop(Place.File, new Text(
            "令和の年度が書かれていません。年度を指定してください。", "it does not say the year of 令和. Give the year."));
        ChecklistProfile like = ProfileReader.Load(ProfileReader.Known[ProfileReader.Known.Count - 1]);
        ImportedItem[] items = Matched(form, like);
        string source = Path.GetFileName(workbook) + " SHA-256 " + Sha256(FileBytes.Read(workbook, SheetReader.MostBytes, faults));
        string text = new ChecklistYaml(form, like, reiwa, source).Text(items);
        if (File.Exists(path))
        {
            throw new IOException(new Text($"「{path}」は既にあります。", $"'{path}' exists already.").ToString());
        }

        AtomicFile.Write(path, isPrivate: false, stream =>
        {
            byte[] bytes = new System.Text.UTF8Encoding(false).GetBytes(text);
            stream.Write(bytes, 0, bytes.Length);
        });
        return items;
    }

    // The most alike pair first, so that an item is never taken by a row that is less like it.
    private static ImportedItem[] Matched(OfficialForm form, ChecklistProfile like)
    {
        var rows = form.Rows.GroupBy(r => r.Number).Select(g => g.First()).ToArray();
        var keys = new Dictionary<string, (ChecklistItem Item, double Likeness)>();
        foreach (var pair in rows
            .SelectMany(r => like.Items.Select(i => (r.Number, Item: i, Likeness: Likeness.Of(r.Wording, i.Title.Ja + i.Note))))
            .Where(p => p.Likeness >= AlikeFrom)
            .OrderByDescending(p => p.Likeness))
        {
            if (!keys.ContainsKey(pair.Number) && keys.Values.All(k => k.Item != pair.Item))
            {
                keys.Add(pair.Number, (pair.Item, pair.Likeness));
            }
        }

        return rows.Select(r => keys.TryGetValue(r.Number, out (ChecklistItem Item, double Likeness) found)
            ? new ImportedItem(r.Number, found.Item.Key, r.Wording, found.Likeness) { Section = r.Section, Match = found.Item }
            : new ImportedItem(r.Number, "item-" + ItemNumber.Typed(r.Number), r.Wording, 0) { Section = r.Section }).ToArray();
    }

    private static string Sha256(byte[] bytes) =>
        string.Concat(SHA256.HashData(bytes).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
}

/// <summary>One item of an imported checklist.</summary>
/// <param name="Key">The key of the known item that it reads like, or a new one.</param>
/// <param name="Likeness">Of its wording to that item's, from 0 (a new item) to 1 (the same).</param>
public sealed record ImportedItem(string Number, string Key, string Wording, double Likeness)
{
    internal int Section { get; init; }

    internal ChecklistItem? Match { get; init; }
}
