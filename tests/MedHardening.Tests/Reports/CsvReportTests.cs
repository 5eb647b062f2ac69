using System.Collections.Generic;
using System.Linq;
using System.Text;
using MedHardening.Checklist;
using MedHardening.Reports;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Reports;

public class CsvReportTests
{
    private const int Subject = 3;
    private const int Outcome = 6;
    private const int Reason = 7;
    private const int Actual = 11;

    [Fact]
    public void Excel_sees_a_byte_order_mark_and_the_columns()
    {
        byte[] bytes = Written.Bytes(new CsvReport(), ReportSample.Status);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        Assert.Equal(
            ["項目番号", "項目", "対象種別", "対象", "検査", "性質(反証/参考)", "結果", "理由", "測定元", "比較", "期待値", "実測値", "対処", "例外", "認証"],
            Rfc4180.Read(Encoding.UTF8.GetString(bytes[3..]))[0]);
    }

    [Fact]
    public void Every_result_and_every_unmeasured_computer_has_a_line()
    {
        List<List<string>> lines = Lines(ReportSample.Status);
        Assert.All(lines, line => Assert.Equal(15, line.Count));
        Assert.Equal(
            ["PACS-9 未測定", "PC-001 不合致", "PC-001 不明", "PC-002 不明", "PC-002 合致", "PC-002 対象外", "PC-003 未測定", "SV-01 例外", "SV-01 合致"],
            lines.Select(line => line[Subject] + " " + line[Outcome]).Order(System.StringComparer.Ordinal));
        Assert.Equal("未到達: 接続に応答がない［ConnectTimedOut］", lines.Single(line => line[Subject] == "PC-003")[Reason]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("\u3000=1+1", "'\u3000=1+1")]
    [InlineData("\u00A0=1+1", "'\u00A0=1+1")]
    [InlineData("\uFEFF=1+1", "'\uFEFF=1+1")]
    [InlineData("\t=1+1", "' =1+1")]
    [InlineData("\r=1+1", "' =1+1")]
    [InlineData("\n\n=1+1", "'  =1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("1=1", "1=1")]
    [InlineData("a\r\nb", "a  b")]
    [InlineData("a\u0000b", "a b")]
    [InlineData("say \"x\", y", "say \"x\", y")]
    [InlineData("", "")]
    public void A_spreadsheet_shows_what_a_host_said_and_never_runs_it(string said, string shown) =>
        Assert.Equal(shown, Lines(Saying(said)).Single()[Actual]);

    [Fact]
    public void A_host_can_end_neither_a_field_nor_a_line()
    {
        string text = Written.Text(new CsvReport(), Saying("x\"\r\n\"y\",\"z"));
        Assert.Equal(2, text.Split("\r\n").Count(line => line.Length > 0));
        Assert.Equal("x\"  \"y\",\"z", Rfc4180.Read(text.TrimStart('\uFEFF'))[1][Actual]);
    }

    [Fact]
    public void A_cell_is_not_longer_than_Excel_takes() =>
        Assert.InRange(Lines(Saying(new string('x', 40_000))).Single()[Actual].Length, 32_000, 32_767);

    [Fact]
    public void The_order_of_the_answers_changes_nothing()
    {
        ChecklistStatus shuffled = ReportSample.Status with
        {
            Computers = [.. ReportSample.Status.Computers.Reverse()], Results = [.. ReportSample.Status.Results.Reverse()],
        };
        Assert.Equal(Written.Text(new CsvReport(), ReportSample.Status), Written.Text(new CsvReport(), shuffled));
    }

    private static ChecklistStatus Saying(string actual) => ReportSample.With(
        [ReportSample.Measured("PC-1")],
        [ReportSample.Of("PC-1", ReportSample.Storage, ReportSample.DenyMissing with { Actual = actual })]);

    private static List<List<string>> Lines(ChecklistStatus status) =>
        Rfc4180.Read(Written.Text(new CsvReport(), status).TrimStart('\uFEFF'))[1..];
}
