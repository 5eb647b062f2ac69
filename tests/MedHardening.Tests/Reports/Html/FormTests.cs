using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using MedHardening.Checklist;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Reports.Html;

public class FormTests
{
    private static readonly Page s_page = new(ReportSample.Status);

    [Fact]
    public void Rows_stand_under_their_sections_in_the_order_of_the_form() => Assert.Equal(
        ["", "1 体制構築", "1-①", "2 医療情報システムの管理・運用", "2-⑨", "2-⑫", "2-⑫"],
        s_page.Part("form").Elements("table").Last().Element("tbody")!.Elements("tr").Select(r => r.Elements().First().Value));

    [Fact]
    public void Only_the_person_s_answer_is_circled() =>
        Assert.Equal(["はい", "いいえ", "", ""], s_page.FormRows.Select(Circled));

    [Fact]
    public void A_yes_candidate_without_an_answer_has_no_circle()
    {
        ChecklistStatus status = ReportSample.Status with
        {
            Rows = [.. ReportSample.Status.Rows.Select(r => r with { Proposal = Proposal.YesCandidate, Attestation = null })],
        };
        Assert.All(new Page(status).FormRows, row => Assert.Equal("", Circled(row)));
    }

    [Theory]
    [InlineData(true, "はい")]
    [InlineData(false, "いいえ")]
    [InlineData(null, "")]
    public void The_gate_row_comes_first_with_the_facility_s_answer(bool? operates, string circled)
    {
        Page page = new(ReportSample.Status with { Facility = ReportSample.Status.Facility! with { OperatesMedicalSystem = operates } });
        XElement first = page.Part("form").Elements("table").Last().Element("tbody")!.Elements("tr").First();
        Assert.Contains("医療情報システムを導入、運用している。", first.Value, System.StringComparison.Ordinal);
        Assert.Equal(circled, Circled(first));
    }

    [Fact]
    public void The_proposal_stands_apart_in_the_last_column() => Assert.Equal(
        ["□はい候補（要確認）", "×いいえ（測定による）測定 2 / 台帳 5台", "◇確認書が必要測定 1 / 台帳 1台", "？判定不能測定 1 / 台帳 4台"],
        s_page.FormRows.Select(r => r.Elements("td").Last().Value));

    [Fact]
    public void A_yes_that_a_measurement_contradicts_is_marked()
    {
        Attestation yes = ReportSample.Status.Rows[0].Attestation!;
        ChecklistStatus status = ReportSample.Status with { Rows = [ReportSample.Status.Rows[1] with { Attestation = yes }] };
        Assert.Contains("！回答「はい」と食い違う", new Page(status).FormRows.Single().Value, System.StringComparison.Ordinal);
        Assert.DoesNotContain("食い違う", s_page.Part("form").Value, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_and_remarks_are_the_person_s()
    {
        XElement[] rows = [.. s_page.FormRows];
        Assert.Equal(["令和7年6月2日山田太郎", "", "任命書あり"], Columns(rows[0]));
        Assert.Equal(["令和7年6月3日山田太郎", "令和8年1月31日", ""], Columns(rows[1]));
        Assert.Equal(["", "", ""], Columns(rows[2]));
        Assert.Contains("回答者: 山田太郎（情報システム室長）", s_page.Part("form").Value, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Wording_note_and_label_are_printed()
    {
        XElement[] rows = [.. s_page.FormRows];
        Assert.Equal("USBストレージ等の外部記録媒体や情報機器に対して接続を制限している。※注記", rows[1].Elements("td").ElementAt(1).Value);
        Assert.StartsWith("端末PCバックグラウンドで", rows[3].Elements("td").ElementAt(1).Value, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_names_facility_year_and_day()
    {
        string head = s_page.Part("form").Elements("table").First().Value;
        foreach (string wanted in new[] { "試験病院", "令和7年度", "医療機関確認用", "令和7年9月1日", "令和7年9月1日 09:05" })
            Assert.Contains(wanted, head, System.StringComparison.Ordinal);
        Assert.Contains("機械は「いいえ」の根拠を示せるが、「はい」を確定しない", s_page.Part("form").Value, System.StringComparison.Ordinal);
    }

    private static string Circled(XElement row) =>
        string.Concat(row.Descendants("span").Where(s => Page.Class(s) == "chosen").Select(s => s.Value));

    private static IEnumerable<string> Columns(XElement row) => row.Elements("td").Skip(3).Take(3).Select(c => c.Value);
}
