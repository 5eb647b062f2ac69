using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist.Records;
using MedHardening.Fleet;

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

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        Differences differences = new(view);
        differences.OfSerials();
        differences.OfMeasured();
        differences.OfDirectory(settings.StaleDays);
        return differences.ToVerdict();
    }

    private sealed class Differences(FacilityView view)
    {
        private readonly RecordEvidence _evidence = new(view, "assetLedger");
        private readonly AssetLedgerSection _section = view.Sections.AssetLedger ?? new();

        public void OfSerials()
        {
            foreach (IGrouping<string, LedgerComputer> same in view.Ledger
                .Where(c => !string.IsNullOrWhiteSpace(c.Serial))
                .GroupBy(c => c.Serial!.Trim(), StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1))
            {
                Tell("serial", same.Key, string.Join(", ", same.Select(c => c.Name)));
            }
        }

        public void OfMeasured()
        {
            foreach (IGrouping<string, ComputerResult> same in view.Computers
                .Where(c => c.Identity is not null)
                .GroupBy(c => c.Identity!.Name + "." + c.Identity.Domain, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1))
            {
                Tell("sameComputer", same.Key, string.Join(", ", same.Select(c => c.Computer.Name)));
            }

            int seen = view.Computers.Count(c => c.Identity is not null);
            _evidence.For("measured", Operators.SubsetOf, "ledger", seen.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        public void OfDirectory(int staleDays)
        {
            if (view.Directory is not { } directory)
                return;
            HashSet<string> ledger = new(view.Ledger.Select(c => Short(c.Name)), StringComparer.OrdinalIgnoreCase);
            foreach (DirectoryComputer computer in directory)
            {
                DateTime earliest = view.AsOf.Date.AddDays(-staleDays);
                if (!(computer.LastLogon >= earliest))
                    Tell("stale", computer.Name, RecordEvidence.Day(computer.LastLogon));
                else if (!ledger.Contains(Short(computer.Name)) && !_section.Explains(computer.Name) && !_section.Explains(Short(computer.Name)))
                    _evidence.Against("[" + computer.Name + "]", Operators.SubsetOf, "ledger", Evidence.Absent);
            }

            HashSet<string> known = new(directory.Select(c => Short(c.Name)), StringComparer.OrdinalIgnoreCase);
            foreach (ComputerResult gone in view.Computers
                .Where(c => c.Outcome == ComputerOutcome.Unreachable && !known.Contains(Short(c.Computer.Name))))
            {
                Tell("surplus", gone.Computer.Name, Evidence.Absent);
            }
        }

        public Verdict ToVerdict() => _evidence.ToVerdict();

        private void Tell(string kind, string name, string found)
        {
            string key = kind + "[" + name + "]";
            if (_section.Explains(name))
                _evidence.For(key, Operators.Exists, "explained", found);
            else
                _evidence.Open(key, Operators.Exists, "explained", found);
        }

        private static string Short(string name) => name.Split('.')[0];
    }
}
