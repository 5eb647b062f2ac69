using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Reports.Html;

/// <summary>The form of 令和7年度 as it is carried, with nobody's answers.</summary>
public class OfficialFormTests
{
    private static readonly Page s_page = new(Unanswered());

    [Fact]
    public void Nineteen_rows_stand_in_the_official_order() => Assert.Equal(
        [
            "1-①", "2-①", "2-②", "2-③", "2-④", "2-⑤", "2-⑥", "2-⑦", "2-⑧", "2-⑨", "2-⑩", "2-⑪", "2-⑫", "2-⑫", "2-⑬",
            "3-①", "3-②", "3-③", "4-①",
        ],
        s_page.FormRows.Select(r => r.Elements("td").First().Value));

    [Theory]
    [InlineData(0, "医療情報システム安全管理責任者を設置している。")]
    [InlineData(4, "利用者の職種・担当業務別の情報区分毎のアクセス利用権限を設定している。※管理者権限対象者の明確化を行っている")]
    [InlineData(7, "パスワードは英数字、記号が混在した8文字以上とし、定期的に変更している。※二要素認証、または13文字以上の場合は定期的な変更は不要")]
    [InlineData(12, "サーババックグラウンドで動作している不要なソフトウェア及びサービスを停止している。")]
    [InlineData(13, "端末PCバックグラウンドで動作している不要なソフトウェア及びサービスを停止している。")]
    [InlineData(18, "上記1-3のすべての項目について、具体的な実施方法を運用管理規程等に定めている。")]
    public void The_wording_is_the_ministry_s_with_its_note(int row, string wording) =>
        Assert.Equal(wording, s_page.FormRows.ElementAt(row).Elements("td").ElementAt(1).Value);

    [Fact]
    public void Nobody_has_answered_and_nothing_is_circled() =>
        Assert.DoesNotContain(s_page.Part("form").Descendants("span"), s => Page.Class(s) == "chosen");

    [Fact]
    public void What_is_not_confirmed_about_the_wording_is_said() =>
        Assert.Contains("未確認（公式様式で要確認）", s_page.Part("method").Value, System.StringComparison.Ordinal);

    private static ChecklistStatus Unanswered()
    {
        ChecklistProfile profile = ProfileReader.Load("mhlw-r7");
        return ReportSample.Status with
        {
            Profile = profile,
            Facility = null,
            Rows = [.. profile.Items.SelectMany(item => item.Rows.Select(row => new ChecklistRow(
                item, row, Proposal.AttestationNeeded, null, new Coverage(0, 0, 0, 0, 0, 0, 0, 0), [])))],
            Results = [],
        };
    }
}
