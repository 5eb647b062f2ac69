using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist.Records;
using MedHardening.Domains;
using MedHardening.Fleet;
using MedHardening.Fleet.Inventory;

namespace MedHardening.Checks.Facility;

/// <summary>
/// What was measured and what the directory knows is in the ledger, and the other way round; differences that somebody has
/// explained do not count.
/// </summary>
internal sealed class LedgerDifferences : FacilityCheck<LedgerDifferences.Settings>
{
    public sealed record Settings
    {
        /// <summary>Days without a sign-in after which a computer of the directory counts as gone. The directory is up to 14 days behind.</summary>
        [Baselines.Within(15, 3650)]
        public int StaleDays { get; init; } = 90;
    }

    public override string Id => "ledger-differences";

    public override string Item => "asset-ledger";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("台帳と、実測・ディレクトリの機器が一致している", "Ledger, measured computers and directory agree");

    public override Text Remedy => new(
        "台帳にない機器を載せ、使っていない機器は台帳とディレクトリから外す。理由のある差は assetLedger.explained に書く。",
        "Add what is missing to the ledger; take what is gone out of ledger and directory. Explain other differences in assetLedger.explained.");

    public override bool NeedsDirectory => true;

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        Differences differences = new(view);
        differences.OfSerials();
        differences.OfMeasured();
        differences.OfDirectory(settings.StaleDays);
        Verdict verdict = differences.ToVerdict();
        return view.DirectoryFault is { } fault && verdict.Outcome != Outcome.Fail
            ? Verdict.Unknown(fault) with { Reason = DirectoryReasons.Of(fault.Kind) }
            : verdict;
    }

    private sealed class Differences(FacilityView view)
    {
        private readonly RecordEvidence _evidence = new(view, "assetLedger");
        private readonly AssetLedgerSection _section = view.Sections.AssetLedger ?? new();

        public void OfSerials() => Shared(
            "serial", view.Ledger.Where(c => !string.IsNullOrWhiteSpace(c.Serial)), c => c.Serial!.Trim(), c => c.Name);

        public void OfMeasured()
        {
            ComputerResult[] seen = view.Computers.Where(c => c.Identity is not null).ToArray();
            Shared("sameComputer", seen, c => c.Identity!.Name + "." + c.Identity.Domain, c => c.Computer.Name);
            _evidence.For("measured", Operators.SubsetOf, "ledger", seen.Length.ToString(CultureInfo.InvariantCulture));
        }

        public void OfDirectory(int staleDays)
        {
            // Computers named at the command line are no ledger: that it lacks the others says nothing.
            if (view.Directory is not { } directory || view.Ledger.All(c => c.Line == 0))
                return;
            HashSet<string> silent = new(
                view.Computers.Where(c => c.Outcome == ComputerOutcome.Unreachable).Select(c => c.Computer.Name), StringComparer.OrdinalIgnoreCase);
            foreach (InventoryComputer computer in new ComputerInventory(view.Ledger, directory, staleDays, view.AsOf).Computers)
            {
                if (computer.Stale)
                    Tell("stale", computer.ComputerName, RecordEvidence.Day(computer.LastLogon?.UtcDateTime));
                else if (computer.InLedger == false && !_section.Explains(computer.ComputerName))
                    _evidence.Against("[" + computer.ComputerName + "]", Operators.SubsetOf, "ledger", Evidence.Absent);
                else if (computer.Enabled == false || (computer.InDirectory == false && silent.Contains(computer.ComputerName)))
                    Tell("surplus", computer.ComputerName, computer.Enabled == false ? "disabled" : Evidence.Absent);
            }
        }

        public Verdict ToVerdict() => _evidence.ToVerdict();

        // Two lines that share what only one computer can have.
        private void Shared<T>(string kind, IEnumerable<T> lines, Func<T, string> what, Func<T, string> name)
        {
            foreach (IGrouping<string, T> same in lines.GroupBy(what, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
                Tell(kind, same.Key, string.Join(", ", same.Select(name)));
        }

        private void Tell(string kind, string name, string found)
        {
            string key = kind + "[" + name + "]";
            if (_section.Explains(name))
                _evidence.For(key, Operators.Exists, "explained", found);
            else
                _evidence.Open(key, Operators.Exists, "explained", found);
        }
    }
}
