using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

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
        FacilityWords.Person(file.Facility?.Officer),
        file.OperatesMedicalSystem,
        new AttestationRules(_rows, _words, profile, faults).Read(file.Attestations ?? []),
        new ExceptionRules(_rows, _words, faults).Read(file.Exceptions ?? []),
        (file.VendorAnswers ?? []).Select(v => VendorAnswer(v.Value)).OfType<VendorAnswer>().ToArray())
    {
        Sections = file,
        Domains = (file.Domains ?? []).Select(Domain).ToArray(),
    };

    private string Domain(Located<string> name)
    {
        if (!HostName.IsName(name.Value) || !name.Value.Contains('.'))
        {
            string quoted = Printable.Quote(name.Value);
            faults.Add(name.Place, new Text(
                $"「{quoted}」はドメインのDNS名になりません。例 hospital.local", $"'{quoted}' is not the DNS name of a domain, such as hospital.local."));
        }

        return name.Value;
    }

    private VendorAnswer? VendorAnswer(FacilityFile.VendorAnswerEntry entry)
    {
        FormRow? row = _rows.Find(entry.Row);
        Answer? answer = _words.Answer(entry.Answer);
        Person? by = FacilityWords.Person(entry.By);
        IReadOnlyList<string> hosts = _words.Hosts(entry.Hosts);
        if (by is null && entry.By is { Value: { Name: null, Title: null } } nobody)
        {
            faults.Add(nobody.Place, new Text("回答した人の氏名と役職を書いてください。", "write the name and title of the person who answered."));
        }

        return row is null || answer is null || by is null || entry.Vendor is null
            ? null
            : new VendorAnswer(entry.Vendor, row.Key, hosts, answer.Value, by, entry.AnsweredOn);
    }
}
