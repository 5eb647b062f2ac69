using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Baselines.Sheets;
using MedHardening.Checklist;
using Xunit;

namespace MedHardening.Tests.Baselines.Sheets;

/// <summary>A year whose wording we do not have, from a workbook made here; its rows are made up.</summary>
public sealed class ChecklistImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("import-").FullName;

    public ChecklistImportTests() => Directory.CreateDirectory(At("checklists"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static readonly string[][] s_form =
    [
        ["医療機関・薬局におけるサイバーセキュリティ対策チェックリスト（令和8年度）"],
        ["医療情報システムの安全管理に関するガイドライン 第7.0版に基づく"],
        ["１　体制構築"],
        ["1-①", "医療情報システム安全管理責任者を設置している。", "はい・いいえ"],
        ["２　医療情報システムの管理・運用"],
        ["2-(1)", "サーバ、端末PC、ネットワーク機器の台帳管理を行っている。"],
        ["2－⑧ USBストレージ等の外部記録媒体や情報機器に対して、接続制限を実施している。"],
        ["2-⑨", "火星との通信を行っていない。"],
        ["サーバ", "2-⑫", "バックグラウンドで動作している不要なソフトウェア及びサービスを停止している。"],
        ["端末PC", "2-⑫", "バックグラウンドで動作している不要なソフトウェア及びサービスを停止している。"],
    ];

    [Fact]
    public void Rows_that_read_like_known_items_get_their_keys_and_others_new_ones()
    {
        IReadOnlyList<ImportedItem> items = Import(s_form);
        Assert.Equal(
            ["1-① safety-officer", "2-① asset-ledger", "2-⑧ removable-storage", "2-⑨ item-2-9", "2-⑫ background-services"],
            items.Select(i => i.Number + " " + i.Key));
        Assert.Equal([1, 1], items.Take(2).Select(i => i.Likeness));
        Assert.InRange(items[2].Likeness, 0.6, 0.99);
        Assert.Equal(0, items[3].Likeness);
    }

    [Fact]
    public void The_checklist_is_fit_for_use_and_says_what_the_form_said()
    {
        Import(s_form);
        ChecklistProfile profile = ProfileReader.Read(At("checklists/mhlw-r8.yaml"));
        Assert.Equal(("mhlw-r8", "7.0", new DateTime(2026, 4, 1)), (profile.Id, profile.GuidelineVersion, profile.FiscalYear.From));
        Assert.Equal("USBストレージ等の外部記録媒体や情報機器に対して、接続制限を実施している。", profile.Find("2-8")!.Title.Ja);
        Assert.Equal(["background-services-server", "background-services-client"], profile.Find("2-12")!.Rows.Select(r => r.Key));
        Assert.Empty(profile.Find("2-9")!.Rows[0].Roles);
        Assert.Contains("SHA-256", profile.Items[0].Source);
        Assert.Equal(["体制構築", "医療情報システムの管理・運用"], profile.Items.Select(i => i.Section.Title.Ja).Distinct());
    }

    [Fact]
    public void What_a_person_must_confirm_stands_above_the_item()
    {
        Import(s_form);
        string[] lines = File.ReadAllLines(At("checklists/mhlw-r8.yaml"));
        string Above(string key) => lines[Array.FindIndex(lines, l => l == "  - key: " + key) - 1];
        Assert.Contains("令和7年度の2-①と同じ文言", Above("asset-ledger"));
        Assert.Contains("要確認: 令和7年度の2-⑨と ", Above("removable-storage"));
        Assert.Contains("要確認: 新しい項目", Above("item-2-9"));
    }

    [Fact]
    public void A_baseline_and_a_record_find_the_checklist_beside_them()
    {
        Import(s_form);
        Write("baseline.yaml", "schema: medhardening/baseline/1\nname: a\nprofile: mhlw-r8\n");
        Write("facility.yaml", "schema: medhardening/facility/1\nprofile: mhlw-r8\nfacility: {name: a, kind: 病院}\nattestations:\n- {row: 2-9, answer: はい}\n");
        Assert.All(FileValidator.Validate([At("baseline.yaml"), At("facility.yaml")]), f => Assert.Empty(f.Faults));
        ChecklistProfile profile = ProfileReader.Load(BaselineReader.Read(At("baseline.yaml")));
        Assert.Equal("item-2-9", FacilityReader.Read(At("facility.yaml"), profile).Attestations.Single().Row);
    }

    [Theory]
    [InlineData("../mhlw-r8")]
    [InlineData("mhlw-r9")]
    [InlineData("")]
    public void A_checklist_that_is_not_there_is_told(string id)
    {
        Import(s_form);
        Write("baseline.yaml", "schema: medhardening/baseline/1\nname: a\nprofile: '" + id + "'\n");
        Assert.Contains("there is no checklist", FileValidator.Validate(At("baseline.yaml")).Single().Message.En);
    }

    [Fact]
    public void A_form_without_its_year_needs_it_given()
    {
        // The year in an item is no year of the form.
        string[][] form = [["2-⑩", "二要素認証を実装している。または令和９年度までに実装予定である。"]];
        Assert.Contains("Give the year", Assert.Throws<InvalidFileException>(() => Import(form)).Faults[0].Message.En);
        Assert.Single(Import(form, 8));
        Assert.Equal("令和8年度", ProfileReader.Read(At("checklists/mhlw-r8.yaml")).FiscalYear.Wareki);
    }

    [Fact]
    public void A_workbook_without_numbered_rows_is_told() =>
        Assert.Contains("no numbered rows", Assert.Throws<InvalidFileException>(() => Import([["名称", "区分"]])).Faults[0].Message.En);

    [Fact]
    public void A_checklist_that_is_there_is_not_overwritten()
    {
        Import(s_form);
        Assert.Throws<IOException>(() => Import(s_form));
    }

    private IReadOnlyList<ImportedItem> Import(string[][] rows, int? year = null)
    {
        File.WriteAllBytes(At("form.xlsx"), Workbooks.Of(rows));
        return ChecklistImport.Run(At("form.xlsx"), At("checklists/mhlw-r8.yaml"), year);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);
}
