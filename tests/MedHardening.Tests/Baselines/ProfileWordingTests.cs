using System;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using Xunit;

namespace MedHardening.Tests.Baselines;

/// <summary>The wording of the official checklist of Reiwa 7, copied by hand. Nobody may improve it.</summary>
public class ProfileWordingTests
{
    private static readonly ChecklistProfile s_profile = ProfileReader.Load("mhlw-r7");

    [Theory]
    [InlineData("1-①", "safety-officer", "医療情報システム安全管理責任者を設置している。", null)]
    [InlineData("2-①", "asset-ledger", "サーバ、端末PC、ネットワーク機器の台帳管理を行っている。", null)]
    [InlineData("2-②", "remote-maintenance", "リモートメンテナンス（保守）を利用している機器の有無を事業者等に確認した。", null)]
    [InlineData("2-③", "mds-sds", "事業者から製造業者/サービス事業者による医療情報セキュリティ開示書（MDS/SDS）を提出してもらう。", null)]
    [InlineData("2-④", "access-rights", "利用者の職種・担当業務別の情報区分毎のアクセス利用権限を設定している。", "※管理者権限対象者の明確化を行っている")]
    [InlineData("2-⑤", "stale-accounts", "退職者や使用していないアカウント等、不要なアカウントを削除または無効化している。", null)]
    [InlineData("2-⑥", "security-patches", "セキュリティパッチ（最新ファームウェアや更新プログラム）を適用している。", null)]
    [InlineData("2-⑦", "password-strength", "パスワードは英数字、記号が混在した8文字以上とし、定期的に変更している。", "※二要素認証、または13文字以上の場合は定期的な変更は不要")]
    [InlineData("2-⑧", "password-reuse", "パスワードの使い回しを禁止している。", null)]
    [InlineData("2-⑨", "removable-storage", "USBストレージ等の外部記録媒体や情報機器に対して接続を制限している。", null)]
    [InlineData("2-⑩", "two-factor", "二要素認証を実装している。または令和９年度までに実装予定である。", null)]
    [InlineData("2-⑪", "access-log", "アクセスログを管理している。", null)]
    [InlineData("2-⑫", "background-services", "バックグラウンドで動作している不要なソフトウェア及びサービスを停止している。", null)]
    [InlineData("2-⑬", "connection-source", "接続元制限を実施している。", null)]
    [InlineData("3-①", "contact-chart", "インシデント発生時における組織内と外部関係機関（事業者、厚生労働省、警察等）への連絡体制図がある。", null)]
    [InlineData("3-②", "backup", "インシデント発生時に診療を継続するために必要な情報を検討し、データやシステムのバックアップの実施と復旧手順を確認している。", null)]
    [InlineData("3-③", "bcp", "サイバー攻撃を想定した事業継続計画（BCP）を策定している。", null)]
    [InlineData("4-①", "regulations", "上記1-3のすべての項目について、具体的な実施方法を運用管理規程等に定めている。", null)]
    public void Every_item_has_the_official_wording(string number, string key, string title, string? note)
    {
        ChecklistItem item = s_profile.Items.Single(i => i.Number == number);
        Assert.Equal((key, title, note), (item.Key, item.Title.Ja, item.Note));
    }

    [Fact]
    public void The_form_has_its_nineteen_rows_in_its_order() => Assert.Equal(
        [
            "safety-officer", "asset-ledger", "remote-maintenance", "mds-sds", "access-rights", "stale-accounts",
            "security-patches", "password-strength", "password-reuse", "removable-storage", "two-factor", "access-log",
            "background-services-server", "background-services-client", "connection-source", "contact-chart", "backup",
            "bcp", "regulations",
        ],
        s_profile.Rows.Select(r => r.Key));

    [Theory]
    [InlineData("safety-officer", "")]
    [InlineData("asset-ledger", "server client network")]
    [InlineData("removable-storage", "server client network")]
    [InlineData("access-log", "server")]
    [InlineData("background-services-server", "server")]
    [InlineData("background-services-client", "client")]
    [InlineData("connection-source", "network")]
    [InlineData("contact-chart", "")]
    [InlineData("backup", "server")]
    [InlineData("bcp", "")]
    [InlineData("regulations", "")]
    public void A_row_concerns_the_classes_that_the_form_names(string row, string roles) =>
        Assert.Equal(roles, string.Join(" ", s_profile.Rows.Single(r => r.Key == row).Roles));

    [Fact]
    public void The_item_with_two_rows_labels_them() => Assert.Equal(
        ["サーバ", "端末PC"], s_profile.Find("2-12")!.Rows.Select(r => r.Label));

    [Fact]
    public void Five_items_are_new_in_the_year() => Assert.Equal(
        ["2-⑦", "2-⑧", "2-⑨", "2-⑩", "4-①"], s_profile.Items.Where(i => i.NewThisYear).Select(i => i.Number));

    [Fact]
    public void The_head_of_the_profile()
    {
        Assert.Equal("医療機関におけるサイバーセキュリティ対策チェックリスト（令和7年度）", s_profile.Title.Ja);
        Assert.Equal(new FiscalYear("令和7年度", new DateTime(2025, 4, 1), new DateTime(2026, 3, 31)), s_profile.FiscalYear);
        Assert.Equal("6.0", s_profile.GuidelineVersion);
        Assert.Equal("医療情報システムを導入、運用している。", s_profile.Gate!.Title.Ja);
        Assert.Contains("未確認", s_profile.Gate.Source);
    }

    [Fact]
    public void The_sections_are_those_of_the_form() => Assert.Equal(
        [(1, "体制構築"), (2, "医療情報システムの管理・運用"), (3, "インシデント発生に備えた対応"), (4, "規程類の整備")],
        s_profile.Items.Select(i => (i.Section.Number, i.Section.Title.Ja)).Distinct());

    [Fact]
    public void Every_item_has_an_English_title_a_form_and_a_public_source()
    {
        Assert.All(s_profile.Items, i => Assert.Matches(@"^[\x20-\x7E]+\.$", i.Title.En));
        Assert.All(s_profile.Items, i => Assert.Contains("医療機関確認用", i.Forms));
        Assert.All(s_profile.Items, i => Assert.StartsWith("厚生労働省 令和7年度", i.Source));
    }

    [Theory]
    [InlineData("2-⑪", "5")]
    [InlineData("2-②", "3 9")]
    [InlineData("3-②", "5 10 11")]
    [InlineData("2-⑩", "4")]
    public void An_item_belongs_to_chapters_of_the_model_regulations(string number, string chapters) =>
        Assert.Equal(chapters, string.Join(" ", s_profile.Find(number)!.Chapters));

    [Fact]
    public void A_checklist_that_is_not_there_is_told_with_those_that_are() =>
        Assert.Contains("mhlw-r7", Assert.Throws<ArgumentException>(() => ProfileReader.Load("mhlw-r1")).Message);
}
