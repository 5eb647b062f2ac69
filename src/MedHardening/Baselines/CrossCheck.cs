using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;
using MedHardening.Fleet;

namespace MedHardening.Baselines;

/// <summary>What must hold between the files of one facility: names in the record stand in the ledger, roles of the ledger in the baseline.</summary>
internal sealed class CrossCheck(IReadOnlyList<LedgerComputer> ledger, Baseline? baseline)
{
    private readonly HashSet<string> _names = new(ledger.Select(c => c.Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of computers in a facility record that the ledger does not have.</summary>
    public void OfRecord(YamlMap root, FaultList faults)
    {
        CheckProfile(root, faults);
        if (ledger.Count == 0)
        {
            return;
        }

        IEnumerable<YamlNode?> lists = Maps(root["exceptions"]).Concat(Maps(root["vendorAnswers"])).Select(m => m["hosts"])
            .Concat(Maps(root["vendors"]).Select(v => (v["remoteMaintenance"] as YamlMap)?["hosts"]));
        IEnumerable<YamlScalar> names = lists.OfType<YamlList>().SelectMany(l => l.Items).OfType<YamlScalar>()
            .Concat(Maps(root["networkDevices"]).Select(d => d["name"]).OfType<YamlScalar>());
        foreach (YamlScalar name in names.Where(n => !_names.Contains(n.Value)))
        {
            string quoted = Printable.Quote(name.Value);
            string? near = Suggestion.Nearest(name.Value, _names);
            Text meant = near is null ? new("", "") : new($"「{near}」のことですか。", $" Did you mean '{near}'?");
            faults.Add(name.Place, new Text($"台帳に「{quoted}」はありません。{meant.Ja}", $"the ledger has no '{quoted}'.{meant.En}"));
        }
    }

    /// <summary>Lines of the ledger whose role the baseline does not have.</summary>
    public void OfLedger(IReadOnlyList<LedgerComputer> computers, FaultList faults)
    {
        foreach (LedgerComputer computer in computers.Where(c => c.Role != Roles.Network && baseline is not null && baseline.Role(c.Role) is null))
        {
            string quoted = Printable.Quote(computer.Role);
            Text known = Suggestion.Of(quoted, baseline!.Roles.Select(r => r.Name).Append(Roles.Network).ToArray());
            faults.Add(new Place(computer.Line, 1), new Text(
                $"区分「{quoted}」は基準のファイルにありません。{known.Ja}", $"the baseline has no role '{quoted}'. {known.En}"));
        }
    }

    private void CheckProfile(YamlMap root, FaultList faults)
    {
        if (baseline is not null && root["profile"] is YamlScalar { Value: string year } profile && year != baseline.ProfileId)
        {
            faults.Add(profile.Place, new Text(
                $"基準のファイルは「{baseline.ProfileId}」のものです。年度をそろえてください。",
                $"the baseline is for '{baseline.ProfileId}'. Let both be of one year."));
        }
    }

    private static IEnumerable<YamlMap> Maps(YamlNode? list) => (list as YamlList)?.Items.OfType<YamlMap>() ?? [];
}
