using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using MedHardening.Baselines;
using MedHardening.Baselines.Starter;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Baselines.Starter;

public sealed class StarterFolderTests : IDisposable
{
    private const string LastYear = """
        schema: medhardening/facility/1   # 昨年度
        profile: mhlw-r7
        facility: {name: 見本病院, kind: 病院, officer: {name: 見本 太郎, title: 院長}}
        operatesMedicalSystem: true
        attestations:
          - row: 1-①
            answer: はい              # 任命済み
            by: {name: 見本 太郎, title: 院長}
            confirmedOn: 令和7年5月1日
            evidence: [{path: 証跡/任命書.pdf, date: 2025-04-01}, {path: gone.pdf}]
          - {row: 2-③, answer: "no", confirmedOn: '2025-05-02', targetDate: 2026-01-31, remarks: 督促中}
        contacts: {reviewedOn: 2025-06-01}

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("starter-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData(FacilityKind.Hospital, "病院の基準")]
    [InlineData(FacilityKind.Clinic, "診療所の基準")]
    [InlineData(FacilityKind.Pharmacy, "薬局の基準")]
    public void Its_files_are_of_the_kind_and_without_fault_alone_and_together(FacilityKind kind, string baseline)
    {
        StarterFolder.Create(kind, At("new"), null);
        string[] files = [At("new/baseline.yaml"), At("new/facility.yaml"), At("new/ledger.csv")];
        Assert.All(FileValidator.Validate(files), f => Assert.Empty(f.Faults));
        Assert.Equal(baseline, BaselineReader.Read(files[0]).Name);
        Assert.Equal(kind, Record("new").Kind);
    }

    [Theory]
    [InlineData("baseline.yaml")]
    [InlineData("facility.yaml")]
    public void Editors_find_the_schema_that_a_file_names(string file)
    {
        StarterFolder.Create(FacilityKind.Clinic, At("new"), null);
        string schema = Regex.Match(File.ReadLines(At("new/" + file)).First(), @"\$schema=(\S+)").Groups[1].Value;
        Assert.StartsWith("{", File.ReadAllText(At("new/" + schema)));
    }

    [Fact]
    public void A_record_that_nobody_has_filled_in_answers_nothing_and_contradicts_nothing()
    {
        StarterFolder.Create(FacilityKind.Hospital, At("new"), null);
        FacilityRecord record = Record("new");
        Assert.Empty(record.Attestations);
        FacilityView view = new(record, [], [], [], new DateTime(2025, 12, 1))
        {
            Profile = ProfileReader.Load("mhlw-r7"),
            Documents = new DocumentFiles(record.Folder, new DateTime(2025, 12, 1)),
        };
        Assert.All(CheckCatalog.All.OfType<FacilityCheck>(), check =>
        {
            Verdict verdict = check.Evaluate(view, check.DefaultSettings());
            Assert.True(verdict.LacksRecord || verdict.Outcome == Outcome.NotApplicable || check.Id == "ledger-differences", check.Id + " " + verdict.Outcome);
        });
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        Directory.CreateDirectory(At("new"));
        File.WriteAllText(At("new/ledger.csv"), "mine");
        StarterException thrown = Assert.Throws<StarterException>(() => StarterFolder.Create(FacilityKind.Hospital, At("new"), null));
        Assert.Contains("ledger.csv", thrown.Text.En);
        Assert.Equal(["ledger.csv"], Directory.EnumerateFileSystemEntries(At("new")).Select(Path.GetFileName));
        Assert.Equal("mine", File.ReadAllText(At("new/ledger.csv")));
    }

    [Fact]
    public void Last_years_answers_and_dates_are_cleared_and_all_else_is_kept()
    {
        Write("old/facility.yaml", LastYear);
        StarterFolder.Create(FacilityKind.Hospital, At("new"), At("old"));
        Assert.Equal("""
            schema: medhardening/facility/1   # 昨年度
            profile: mhlw-r7
            facility: {name: 見本病院, kind: 病院, officer: {name: 見本 太郎, title: 院長}}
            operatesMedicalSystem:
            attestations:
              - row: 1-①
                answer:               # 任命済み
                by: {name: 見本 太郎, title: 院長}
                confirmedOn:
                evidence: [{path: 証跡/任命書.pdf, date: 2025-04-01}, {path: gone.pdf}]
              - {row: 2-③, answer: , confirmedOn: , targetDate: , remarks: 督促中}
            contacts: {reviewedOn: 2025-06-01}

            """.ReplaceLineEndings("\n"), File.ReadAllText(At("new/facility.yaml")));
        Assert.Empty(Record("new").Attestations);
    }

    [Fact]
    public void Last_years_ledger_baseline_and_documents_come_along()
    {
        Write("old/facility.yaml", LastYear);
        Write("old/ledger.csv", "名称,区分\nPC-01,端末PC\n");
        Write("old/baseline.yaml", "schema: medhardening/baseline/1\nname: 当院の基準\nprofile: mhlw-r7\n");
        Write("old/証跡/任命書.pdf", "paper");
        IReadOnlyList<string> written = StarterFolder.Create(FacilityKind.Hospital, At("new"), At("old"));
        Assert.Equal("当院の基準", BaselineReader.Read(At("new/baseline.yaml")).Name);
        Assert.Equal("PC-01", LedgerReader.Read(At("new/ledger.csv")).Single().Name);
        Assert.Equal("paper", File.ReadAllText(At("new/証跡/任命書.pdf")));
        Assert.DoesNotContain(written, f => f.EndsWith("gone.pdf", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("  - row: 1-①\n    answer: >\n      はい\n", 7)]
    [InlineData("  - {row: 1-①, answer: [はい]}\n", 6)]
    public void An_answer_that_cannot_be_cleared_is_told_with_its_line(string row, int line)
    {
        Write("old/facility.yaml", "schema: medhardening/facility/1\nprofile: mhlw-r7\nfacility: {name: a, kind: 病院}\noperatesMedicalSystem:\nattestations:\n" + row);
        InvalidFileException thrown = Assert.Throws<InvalidFileException>(() => StarterFolder.Create(FacilityKind.Hospital, At("new"), At("old")));
        Assert.Equal(line, Assert.Single(thrown.Faults).Line);
        Assert.False(Directory.Exists(At("new")));
    }

    [Fact]
    public void A_folder_without_last_years_record_is_told() =>
        Assert.Contains("no such file", Assert.Throws<InvalidFileException>(
            () => StarterFolder.Create(FacilityKind.Hospital, At("new"), At("old"))).Faults[0].Message.En);

    private string At(string name) => Path.Combine(_root, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    private FacilityRecord Record(string folder) => FacilityReader.Read(At(folder + "/facility.yaml"), ProfileReader.Load("mhlw-r7"));
}
