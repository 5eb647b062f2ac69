using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines;

/// <summary>The answers of a facility record: one to a row, dates only with an answer, a target date only with a No.</summary>
internal sealed class AttestationRules(RowNames names, FacilityWords words, ChecklistProfile profile, FaultList faults)
{
    /// <summary>The answers given; entries that still wait for one are left out.</summary>
    public List<Attestation> Read(IReadOnlyList<Located<FacilityFile.AttestationEntry>> entries)
    {
        var attestations = new List<Attestation>();
        var rows = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (Located<FacilityFile.AttestationEntry> entry in entries)
        {
            FormRow? row = names.Find(entry.Value.Row);
            if (row is not null)
            {
                CheckOnce(row, entry.Value.Row, rows);
            }

            Answer? answer = words.Answer(entry.Value.Answer);
            Person? by = FacilityWords.Person(entry.Value.By);
            CheckDates(entry.Value, answer);
            if (row is not null && answer is not null)
            {
                attestations.Add(new Attestation(
                    row.Key, answer.Value, by, entry.Value.ConfirmedOn?.Value, entry.Value.TargetDate?.Value, entry.Value.Remarks)
                {
                    Evidence = entry.Value.Evidence ?? [],
                    Earlier = Earlier(entry.Value),
                });
            }
        }

        return attestations;
    }

    // Entries that last year left empty are no round.
    private EarlierAnswer[] Earlier(FacilityFile.AttestationEntry entry)
    {
        var earlier = new List<EarlierAnswer>();
        foreach (Located<FacilityFile.EarlierEntry> round in (entry.Earlier ?? []).Where(r => r.Value.Answer is not null))
        {
            if (earlier.Count + 1 == profile.Rounds)
            {
                faults.Add(round.Place, new Text(
                    $"この様式に回答できるのは{profile.Rounds}回までです。", $"this form takes {profile.Rounds} rounds of answers."));
            }
            else if (round.Value.ConfirmedOn is not { } day)
            {
                faults.Add(round.Place, new Text("「confirmedOn:」がありません。確認日を書いてください。", "'confirmedOn:' is missing."));
            }
            else if (entry.ConfirmedOn is { } now && day.Value > now.Value)
            {
                faults.Add(day.Place, new Text("前の回の確認日が、今の回より後です。", "the earlier round was confirmed after this one."));
            }
            else if (words.Answer(round.Value.Answer) is { } answer)
            {
                earlier.Add(new EarlierAnswer(answer, FacilityWords.Person(round.Value.By), day.Value, round.Value.TargetDate?.Value));
            }
        }

        return earlier.Count == 0 ? [] : [.. earlier];
    }

    private void CheckOnce(FormRow row, Located<string> word, Dictionary<string, Place> rows)
    {
        if (!rows.TryGetValue(row.Key, out Place first))
        {
            rows.Add(row.Key, word.Place);
            return;
        }

        string quoted = Printable.Quote(word.Value);
        faults.Add(word.Place, new Text(
            $"「{quoted}」の回答は{first.Line}行目にもあります。どちらかを消してください。",
            $"'{quoted}' is also answered on line {first.Line}. Delete one of them."));
    }

    private void CheckDates(FacilityFile.AttestationEntry entry, Answer? answer)
    {
        if (entry.Answer is null && (entry.ConfirmedOn ?? entry.TargetDate) is { } date)
        {
            faults.Add(date.Place, new Text(
                "日付がありますが「answer:」がありません。はい か いいえ を書いてください。",
                "there is a date and no 'answer:'. Write yes or no."));
        }

        if (answer == Answer.Yes && entry.TargetDate is { } target)
        {
            faults.Add(target.Place, new Text(
                "目標日は「いいえ」のときに書くものです。消すか、回答を確かめてください。",
                "a target date belongs to a No. Delete it, or check the answer."));
        }

        if (answer == Answer.No && entry.TargetDate is { } day && !profile.FiscalYear.Contains(day.Value))
        {
            faults.Add(day.Place, new Text(
                $"目標日は{profile.FiscalYear.Wareki}の中の日付です。年度の中に終わらなければ、空にして備考に書いてください。",
                $"a target date lies within the fiscal year ({profile.FiscalYear.Wareki}). If it takes longer, leave it empty and say so in the remarks."));
        }

        if (entry.ConfirmedOn is { } confirmed && entry.TargetDate is { } late && late.Value < confirmed.Value)
        {
            faults.Add(late.Place, new Text(
                "目標日が確認日より前です。日付を確かめてください。", "the target date is before the day of confirmation. Check both."));
        }
    }
}
