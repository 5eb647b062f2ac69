using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;
using Newtonsoft.Json;

namespace MedHardening.Baselines.Sheets;

/// <summary>Puts answers from a sheet into a facility record. All else in the file stays as it was written.</summary>
public static class AnswerBlock
{
    private const string Key = "attestations";

    /// <summary>
    /// Replaces the answers to the lines of the form by those of the sheet, as a whole: a line that the sheet leaves open is open
    /// afterwards. Evidence and the answers of earlier rounds stay with their line.
    /// </summary>
    /// <exception cref="InvalidFileException">The record is not fit for use, or its answers are not a block of their own.</exception>
    public static void Replace(string path, ChecklistProfile profile, IReadOnlyList<Attestation> answers)
    {
        FacilityRecord record = FacilityReader.Read(path, profile);
        var faults = new FaultList(path);
        YamlMap root = YamlFile.Parse(FileBytes.Read(path, YamlFile.MostBytes, faults), YamlFile.FacilitySchema, faults);
        ILookup<string, Attestation> old = record.Attestations.ToLookup(a => a.Row);
        ILookup<string, Attestation> given = answers.ToLookup(a => a.Row);
        (int first, int after) = Block(root, faults);
        string[] lines = [
            .. faults.Lines.Take(first),
            .. Lines(profile.On(record.Kind), row => given[row.Key].FirstOrDefault(), row => old[row.Key].FirstOrDefault()),
            .. faults.Lines.Skip(after),
        ];
        byte[] bytes = new UTF8Encoding(false).GetBytes(string.Join("\n", lines).TrimEnd('\n') + "\n");
        AtomicFile.Write(path, isPrivate: false, stream => stream.Write(bytes, 0, bytes.Length));
    }

    // From the key to the next one; what stands right above the next key (its comments) belongs to that.
    private static (int First, int After) Block(YamlMap root, FaultList faults)
    {
        YamlEntry? own = root.Entries.FirstOrDefault(e => e.Key.Value == Key);
        if (own is null)
        {
            return (faults.Lines.Count, faults.Lines.Count);
        }

        int first = own.Key.Place.Line - 1;
        int next = root.Entries.Select(e => e.Key.Place.Line - 1).Where(l => l > first).DefaultIfEmpty(faults.Lines.Count).Min();
        if (own.Key.Place.Column != 1 || root.Entries.Any(e => e != own && e.Key.Place.Line == own.Key.Place.Line))
        {
            throw faults.Stop(own.Key.Place, new Text(
                "「attestations:」は行の先頭に書いてください。", "write 'attestations:' at the beginning of a line."));
        }

        while (next > first + 1 && next < faults.Lines.Count && (faults.Lines[next - 1].Length == 0 || faults.Lines[next - 1][0] == '#'))
        {
            next--;
        }

        return (first, next);
    }

    private static IEnumerable<string> Lines(ChecklistProfile profile, Func<FormRow, Attestation?> answerOf, Func<FormRow, Attestation?> keptOf)
    {
        yield return Key + ":";
        foreach (ChecklistItem item in profile.Items)
        {
            foreach (FormRow row in item.Rows)
            {
                Attestation? answer = answerOf(row);
                yield return "  # " + item.Title.Ja;
                yield return "  - row: " + item.Number + (row.Label is null ? "" : " " + row.Label);
                yield return "    answer:" + (answer is null ? "" : " " + Word(answer.Answer));
                yield return "    by: {name: " + Quoted(answer?.By?.Name) + ", title: " + Quoted(answer?.By?.Title) + "}";
                yield return ("    confirmedOn: " + Day(answer?.ConfirmedOn)).TrimEnd();
                yield return ("    targetDate: " + Day(answer?.TargetDate)).TrimEnd();
                yield return ("    remarks: " + Quoted(answer?.Remarks)).TrimEnd();
                foreach (string earlier in Earlier(keptOf(row)))
                    yield return earlier;
                yield return "    evidence:";
                foreach (Document document in keptOf(row)?.Evidence ?? [])
                {
                    yield return "      - {path: " + Quoted(document.Path) + ", sha256: " + document.Sha256 + ", date: " + Day(document.Date) + ", expires: " + Day(document.Expires) + "}";
                }
            }
        }
    }

    private static IEnumerable<string> Earlier(Attestation? answer)
    {
        if (answer is { Earlier.Count: > 0 })
            yield return "    earlier:";
        foreach (EarlierAnswer round in answer?.Earlier ?? [])
        {
            yield return "      - {answer: " + Word(round.Answer) + ", by: {name: " + Quoted(round.By?.Name) + ", title: " + Quoted(round.By?.Title)
                + "}, confirmedOn: " + Day(round.ConfirmedOn) + ", targetDate: " + Day(round.TargetDate) + "}";
        }
    }

    private static string Word(Answer answer) => answer == Answer.Yes ? "はい" : "いいえ";

    private static string Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    // A JSON string is a YAML one.
    private static string Quoted(string? text) => string.IsNullOrEmpty(text) ? "" : JsonConvert.ToString(text);
}
