using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;
using MedHardening.Checks;

namespace MedHardening.Baselines;

/// <summary>The recorded exceptions: each with an id of its own, an item and its check, hosts, reasons, and days in order.</summary>
internal sealed class ExceptionRules(RowNames names, FacilityWords words, FaultList faults)
{
    public List<RecordedException> Read(IReadOnlyList<Located<FacilityFile.ExceptionEntry>> entries)
    {
        var exceptions = new List<RecordedException>();
        var ids = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        foreach (Located<FacilityFile.ExceptionEntry> entry in entries)
        {
            CheckOnce(entry.Value.Id, ids);
            if (Exception(entry.Value) is { } exception)
            {
                exceptions.Add(exception);
            }
        }

        return exceptions;
    }

    private void CheckOnce(Located<string>? id, Dictionary<string, Place> ids)
    {
        if (id is not null && ids.TryGetValue(id.Value, out Place first))
        {
            string quoted = Printable.Quote(id.Value);
            faults.Add(id.Place, new Text(
                $"例外「{quoted}」は{first.Line}行目にもあります。別の番号にしてください。",
                $"the exception '{quoted}' is also on line {first.Line}. Give it an id of its own."));
        }
        else if (id is not null)
        {
            ids.Add(id.Value, id.Place);
        }
    }

    private RecordedException? Exception(FacilityFile.ExceptionEntry entry)
    {
        ChecklistItem? item = names.Item(entry.Item);
        CheckOf(entry.Check, item);
        IReadOnlyList<string> hosts = words.Hosts(entry.Hosts);
        NotBlank(entry.Id);
        NotBlank(entry.Reason);
        NotBlank(entry.CompensatingControl);
        Person? approvedBy = FacilityWords.Person(entry.ApprovedBy);
        if (entry.ApprovedOn is { } approved && entry.Expires is { } expires && expires.Value < approved.Value)
        {
            faults.Add(expires.Place, new Text(
                "期限が承認日より前です。日付を確かめてください。", "it expires before it was approved. Check both days."));
        }

        return item is null || entry is not { Id: not null, Reason: not null, CompensatingControl: not null, Expires: not null }
            ? null
            : new RecordedException(
                entry.Id.Value, item.Key, entry.Check?.Value, hosts, entry.Reason.Value, entry.CompensatingControl.Value,
                approvedBy, entry.ApprovedOn?.Value, entry.Expires.Value);
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
                $"点検項目「{given}」は {item.Number}（{item.Key}）のものではなく「{check.Item}」のものです。どちらかを直してください。",
                $"the check '{given}' does not belong to {item.Number} ({item.Key}) but to '{check.Item}'. Correct one of them."));
        }
    }

    private void NotBlank(Located<string>? text)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text.Value))
        {
            faults.Add(text.Place, new Text("内容がありません。書いてください。", "it is blank. Write what it is."));
        }
    }
}
