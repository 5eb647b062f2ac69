using System;
using System.Collections.Generic;
using System.IO;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;
using MedHardening.Fleet.Inventory;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

/// <summary>A facility whose record has everything, as a file with its documents beside it; a test takes away or changes one thing.</summary>
internal sealed class GoodFacility : IDisposable
{
    /// <summary>The day of the judgement of all these tests.</summary>
    public static readonly DateTime AsOf = new(2025, 12, 1);

    public static readonly string Good = File.ReadAllText(
        Path.Combine(Path.GetDirectoryName(RepositoryFile())!, "good-facility.yaml"));

    private readonly string _folder = Directory.CreateTempSubdirectory("facility-").FullName;

    public GoodFacility()
    {
        // SHA-256 of these five bytes: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
        File.WriteAllText(At("paper.pdf"), "hello");
        File.WriteAllText(At("delegated-apnic.txt"), """
            2|apnic|20251101|3|19830613|20251031|+1000
            apnic|*|ipv4|*|2|summary
            apnic|JP|ipv4|203.0.112.0|256|20110412|allocated
            apnic|JP|ipv4|203.0.113.0|256|20110412|allocated
            apnic|AU|ipv4|198.51.100.0|256|20110412|assigned

            """.ReplaceLineEndings("\n"));
    }

    public IReadOnlyList<LedgerComputer> Ledger { get; set; } =
    [
        new("SV1", "SV1", Roles.Server, Handling.ReadOnly, 2) { Vendor = "見本メディカル", Serial = "S-1" },
        new("PC1", "PC1", Roles.Client, Handling.ReadOnly, 3) { Serial = "S-2" },
        new("UTM1", "UTM1", Roles.Network, Handling.NotContactable, 4),
    ];

    public IReadOnlyList<ComputerResult> Computers { get; set; } = [];

    public IReadOnlyList<CheckResult> Results { get; set; } = [];

    public IReadOnlyList<DirectoryComputer>? Domain { get; set; }

    public CimFault? DomainFault { get; set; }

    public string At(string name) => Path.Combine(_folder, name);

    /// <summary>The verdict of a check when one line (or part) of the good record is something else.</summary>
    public Verdict Judge(string check, string part = "", string instead = "")
    {
        if (part.Length > 0)
            Assert.Contains(part, Good, StringComparison.Ordinal);
        return JudgeText(check, part.Length == 0 ? Good : Good.Replace(part, instead, StringComparison.Ordinal));
    }

    public Verdict JudgeText(string check, string yaml)
    {
        File.WriteAllText(At("facility.yaml"), yaml);
        return Judge(check, FacilityReader.Read(At("facility.yaml"), ProfileReader.Load("mhlw-r7")));
    }

    /// <summary>The verdict when there is no record at all.</summary>
    public Verdict JudgeNothing(string check) => Judge(check, (FacilityRecord?)null);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Verdict Judge(string id, FacilityRecord? record)
    {
        var check = (FacilityCheck)CheckCatalog.Find(id)!;
        return check.Evaluate(
            new FacilityView(record, Ledger, Computers, Results, AsOf)
            {
                Profile = ProfileReader.Load("mhlw-r7"),
                Documents = new DocumentFiles(record?.Folder, AsOf),
                Directory = Domain,
                DirectoryFault = DomainFault,
            },
            check.DefaultSettings());
    }

    private static string RepositoryFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
