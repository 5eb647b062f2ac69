using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Reports.Html;

public class FindingTests
{
    [Fact]
    public void The_same_finding_on_many_computers_is_told_once_with_all_of_them()
    {
        CheckResult[] results = [.. Enumerable.Range(1, 300)
            .Where(i => i != 150)
            .Select(i => ReportSample.Of($"PC-{i:000}", ReportSample.Storage, ReportSample.DenyMissing))];
        XElement finding = Assert.Single(Findings(results));
        string[][] lines = [.. Page.Cells(finding.Element("table")!)];
        Assert.Equal(["1", "0", ReportSample.DenyMissing.Source, "299", "PC-001～PC-149 PC-151～PC-300"], lines.Single());
    }

    [Fact]
    public void A_range_stands_only_for_names_that_are_all_there()
    {
        string[] names = ["PC-1", "PC-2", "PC-3", "PC-10", "PC-11", "pc-12.example.jp", "PC-04", "SV", "SV-7", "SV-8", "2"];
        XElement finding = Assert.Single(Findings([.. names.Select(n => ReportSample.Of(n, ReportSample.Storage, ReportSample.DenyMissing))]));
        Assert.Equal(
            ["2", "PC-04", "PC-10", "PC-11", "PC-1～PC-3", "SV", "SV-7", "SV-8", "pc-12.example.jp"],
            finding.Descendants("span").Where(s => Page.Class(s) == "name").Select(s => s.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_unmet_piece_of_evidence_has_its_line_and_met_ones_have_none()
    {
        Evidence met = new("Win32_Service", Operators.Equals, "x", "x", Outcome.Pass);
        Evidence spooler = new("Spooler", Operators.SubsetOf, "approved", "Running", Outcome.Fail);
        Evidence fax = spooler with { Source = "Fax" };
        XElement finding = Assert.Single(Findings(
            [ReportSample.Of("A", ReportSample.Storage, met, spooler), ReportSample.Of("B", ReportSample.Storage, fax, spooler)]));
        Assert.Equal(
            ["approved の範囲内|Running|Spooler|2|A B", "approved の範囲内|Running|Fax|1|B"],
            Page.Cells(finding.Element("table")!).Select(c => string.Join("|", c)));
    }

    [Fact]
    public void A_value_that_is_not_there_is_said_in_words()
    {
        XElement finding = Assert.Single(Findings([ReportSample.Of("A", ReportSample.Storage, ReportSample.DenyMissing with { Actual = Evidence.Absent })]));
        Assert.Equal("（値なし）", Page.Cells(finding.Element("table")!).Single()[1]);
    }

    [Fact]
    public void Many_names_have_a_row_of_their_own()
    {
        CheckResult[] results = [.. Enumerable.Range(1, 40).Select(i => ReportSample.Of($"HOST-{i * 2:000}", ReportSample.Storage, ReportSample.DenyMissing))];
        string[][] lines = [.. Page.Cells(Findings(results).Single().Element("table")!)];
        Assert.Equal(2, lines.Length);
        Assert.Equal("40", lines[0][3]);
        Assert.Equal(40, lines[1].Single().Split(' ').Length);
    }

    [Fact]
    public void What_hosts_said_about_a_failed_question_is_one_line()
    {
        CheckResult[] results = [.. Enumerable.Range(1, 9).Select(i => new CheckResult(
            Subject.Computer($"PC-{i}"), ReportSample.Storage, Verdict.Unknown(new CimFault(CimFaultKind.OperationTimedOut, $"PC-{i} is slow"))))];
        XElement finding = Assert.Single(Findings(results));
        Assert.Contains("応答が時間内に終わらない［OperationTimedOut］", finding.Value, StringComparison.Ordinal);
        Assert.Equal(
            ["PC-1 is slow / PC-2 is slow / PC-3 is slow ほか6種（CSV・JSONに全件）", "9", "PC-1～PC-9"],
            Page.Cells(finding.Element("table")!).Single());
    }

    [Fact]
    public void Contradictions_come_before_unknowns_and_exceptions()
    {
        CheckResult fail = ReportSample.Of("C", ReportSample.Storage, ReportSample.DenyMissing);
        Assert.Equal(
            ["× 不合致", "× 不合致", "？ 不明", "△ 例外"],
            Findings(
            [
                fail with { ExceptionId = "EX-1", Subject = Subject.Computer("A") },
                new(Subject.Computer("B"), ReportSample.Storage, Verdict.Unknown(Verdict.BaselineSilent)),
                ReportSample.Of("D", ReportSample.Devices, ReportSample.DenyMissing),
                fail,
            ]).Select(f => f.Descendants("b").First().Value));
    }

    [Fact]
    public void An_exception_is_shown_with_reason_approver_and_expiry()
    {
        XElement finding = new Page(ReportSample.Status).Part("findings").Elements("div").Single(d => d.Value.Contains("△ 例外", StringComparison.Ordinal));
        Assert.Contains(
            "EX-1: 帳票印刷に必要　代替策: 隔離VLAN　承認: 山田太郎（情報システム室長） 令和7年5月1日　期限: 令和8年3月31日", finding.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_open_only_because_of_unmeasured_computers_says_so()
    {
        ChecklistRow row = ReportSample.Status.Rows[3] with { Results = [] };
        string part = new Page(ReportSample.Status with { Rows = [row], Results = [] }).Part("findings").Value;
        Assert.Contains("測定していない機器が 2 台ある", part, StringComparison.Ordinal);
    }

    private static IReadOnlyList<XElement> Findings(CheckResult[] results)
    {
        ComputerResult[] computers = [.. results.Select(r => ReportSample.Measured(r.Subject.Name))];
        return [.. new Page(ReportSample.With(computers, results)).Part("findings").Elements("div")];
    }
}
