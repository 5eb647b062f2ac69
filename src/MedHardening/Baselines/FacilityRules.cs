using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;
using MedHardening.Checks;

namespace MedHardening.Baselines;

/// <summary>What must hold in a facility record beyond its shape: rows, items and checks exist, answers and dates fit together.</summary>
internal sealed class FacilityRules(ChecklistProfile profile, FaultList faults)
{
    private readonly FacilityWords _words = new(faults);
    private readonly RowNames _rows = new(profile, faults);

    /// <summary>The record; of use only when no fault was added.</summary>
    public FacilityRecord Record(FacilityFile file) => new(
        file.Facility?.Name ?? "",
        _words.Kind(file.Facility?.Kind) ?? default,
        _words.Person(file.Facility?.Officer),
        file.OperatesMedicalSystem,
        Attestations(file.Attestations),
        Exceptions(file.Exceptions),
        file.VendorAnswers.Select(v => VendorAnswer(v.Value)).OfType<VendorAnswer>().ToArray());

    private List<Attestation> Attestations(IReadOnlyList<Located<FacilityFile.AttestationEntry>> entries)
    {
        var attestations = new List<Attestation>();
        var rows = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (Located<FacilityFile.AttestationEntry> entry in entries)
        {
            FormRow? row = _rows.Find(entry.Value.Row);
            if (row is not null && rows.TryGetValue(row.Key, out Place first))
            {
                string quoted = Printable.Quote(entry.Value.Row.Value);
                faults.Add(entry.Value.Row.Place, new Text(
                    $"「{quoted}」の回答は{first.Line}行目にもあります。どちらかを消してください。",
                    $"'{quoted}' is also answered on line {first.Line}. Delete one of them."));
            }
            else if (row is not null)
            {
                rows.Add(row.Key, entry.Value.Row.Place);
            }

            if (Attestation(row?.Key ?? "", entry) is { } attestation)
            {
                attestations.Add(attestation);
            }
        }

        return attestations;
    }

    private Attestation? Attestation(string row, Located<FacilityFile.AttestationEntry> located)
    {
        FacilityFile.AttestationEntry entry = located.Value;
        Answer? answer = _words.Answer(entry.Answer);
        Person? by = _words.Person(entry.By);
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

        if (entry.ConfirmedOn is { } confirmed && entry.TargetDate is { } late && late.Value < confirmed.Value)
        {
            faults.Add(late.Place, new Text("目標日が確認日より前です。日付を確かめてください。", "the target date is before the day of confirmation. Check both."));
        }

        return answer is null ? null : new Attestation(
            row, answer.Value, by, entry.ConfirmedOn?.Value, entry.TargetDate?.Value, entry.Remarks);
    }

    private List<RecordedException> Exceptions(IReadOnlyList<Located<FacilityFile.ExceptionEntry>> entries)
    {
        var exceptions = new List<RecordedException>();
        var ids = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        foreach (FacilityFile.ExceptionEntry entry in entries.Select(e => e.Value))
        {
            if (entry.Id is { } id && ids.TryGetValue(id.Value, out Place first))
            {
                string quoted = Printable.Quote(id.Value);
                faults.Add(id.Place, new Text(
                    $"例外「{quoted}」は{first.Line}行目にもあります。別の番号にしてください。",
                    $"the exception '{quoted}' is also on line {first.Line}. Give it an id of its own."));
            }
            else if (entry.Id is not null)
            {
                ids.Add(entry.Id.Value, entry.Id.Place);
            }

            if (Exception(entry) is { } exception)
            {
                exceptions.Add(exception);
            }
        }

        return exceptions;
    }

    private RecordedException? Exception(FacilityFile.ExceptionEntry entry)
    {
        ChecklistItem? item = _rows.Item(entry.Item);
        CheckOf(entry.Check, item);
        NotEmpty(entry.Hosts);
        NotBlank(entry.Reason);
        NotBlank(entry.CompensatingControl);
        Person? approvedBy = _words.Person(entry.ApprovedBy);
        if (entry.ApprovedOn is { } approved && entry.Expires is { } expires && expires.Value < approved.Value)
        {
            faults.Add(expires.Place, new Text("期限が承認日より前です。日付を確かめてください。", "it expires before it was approved. Check both days."));
        }

        return item is null || entry.Id is null || entry.Hosts is null || entry.Reason is null || entry.CompensatingControl is null || entry.Expires is null
            ? null
            : new RecordedException(
                entry.Id.Value, item.Key, entry.Check?.Value, entry.Hosts.Value, entry.Reason.Value,
                entry.CompensatingControl.Value, approvedBy, entry.ApprovedOn?.Value, entry.Expires.Value);
    }

    private void CheckOf(Located<string>? word, ChecklistItem? item)
    {
        if (word is null)
        {
            return;
        }

        string given = Printable.Quote(word.Value);
        Check? check = CheckCatalog.Find(word.Value);
        if (check is null)
        {
            Text known = Suggestion.Of(given, CheckCatalog.All.Where(c => item is null || c.Item == item.Key).Select(c => c.Id).ToArray());
            faults.Add(word.Place, new Text($"「{given}」という点検項目はありません。{known.Ja}", $"there is no check '{given}'. {known.En}"));
        }
        else if (item is not null && check.Item != item.Key)
        {
            faults.Add(word.Place, new Text(
                $"点検項目「{given}」は{item.Number}（{item.Key}）のものではありません。「{check.Item}」のものです。",
                $"the check '{given}' does not belong to {item.Number} ({item.Key}) but to '{check.Item}'."));
        }
    }

    private VendorAnswer? VendorAnswer(FacilityFile.VendorAnswerEntry entry)
    {
        FormRow? row = _rows.Find(entry.Row);
        Answer? answer = _words.Answer(entry.Answer);
        Person? by = _words.Person(entry.By);
        NotEmpty(entry.Hosts);
        if (by is null && entry.By is { Value: { Name: null, Title: null } } nobody)
        {
            faults.Add(nobody.Place, new Text("回答した人の氏名と役職を書いてください。", "write the name and title of the person who answered."));
        }

        return row is null || answer is null || by is null || entry.Vendor is null || entry.Hosts is null
            ? null
            : new VendorAnswer(entry.Vendor, row.Key, entry.Hosts.Value, answer.Value, by, entry.AnsweredOn);
    }

    private void NotEmpty(Located<IReadOnlyList<string>>? hosts)
    {
        if (hosts is { Value.Count: 0 })
        {
            faults.Add(hosts.Place, new Text("対象のコンピュータ名を一つ以上書いてください。", "name at least one computer."));
        }
    }

    private void NotBlank(Located<string>? text)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text.Value))
        {
            faults.Add(text.Place, new Text("内容を書いてください。", "write what it is."));
        }
    }
}
