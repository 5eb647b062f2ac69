using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Reports.Html;

public class HtmlReportTests
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;";

    [Fact]
    public void What_a_host_or_a_file_said_is_shown_and_is_never_markup()
    {
        Page page = new(Said(Hostile));
        Assert.Empty(page.Elements("img"));
        Assert.Single(Regex.Matches(page.Source, "<script"));
        foreach (string part in new[] { "form", "coverage", "findings", "notices", "computers", "method" })
            Assert.Contains(Hostile, page.Part(part).Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Elements("html").Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a\u202Egpj.exe", "a[U+202E]gpj.exe")] // reads from right to left
    [InlineData("a\u200Bb", "a[U+200B]b")]
    [InlineData("a\u0000b\u001B[2J", "a[U+0000]b[U+001B][2J")]
    [InlineData("\uD83C\uDFE5病院", "\uD83C\uDFE5病院")]
    [InlineData("a\r\nb", "a  b")]
    public void Characters_that_nobody_can_see_are_shown_as_their_code(string said, string shown) =>
        Assert.Contains(shown, new Page(Said(said)).Part("computers").Value, StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_shown_as_its_code() =>
        Assert.Contains("a[U+D800]b", new Page(Said("a\uD800b")).Part("computers").Value, StringComparison.Ordinal);

    [Fact]
    public void The_browser_may_load_nothing_and_run_only_the_script_of_the_report()
    {
        Page page = new(ReportSample.Status);
        string script = Regex.Match(page.Source, "<script>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        string policy = page.Elements("meta").Single(m => (string?)m.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        Assert.Equal(
            $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src 'sha256-{hash}'",
            policy);
        Assert.DoesNotMatch("(?i)(src|href)=\"(?!#)|url\\(|@import", page.Source);
    }

    [Fact]
    public void Every_link_leads_somewhere()
    {
        Page page = new(ReportSample.Status);
        string[] ids = [.. page.Elements("html").Descendants().Attributes("id").Select(a => "#" + a.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Empty(page.Elements("a").Select(a => a.Attribute("href")!.Value).Except(ids));
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void It_never_speaks_of_conformity(Language language)
    {
        string text = new Page(ReportSample.Status, language).Source;
        Assert.DoesNotMatch("準拠|適合|(?i)complian|conform", text);
    }

    [Fact]
    public void In_English_no_Japanese_is_left_but_names_and_printed_wording()
    {
        Page page = new(ReportSample.Status, Language.English);
        string words = string.Concat(page.Part("computers").Value, page.Part("coverage").Value);
        Assert.DoesNotMatch("[\u3040-\u30FF\u4E00-\u9FFF]", words);
        Assert.Equal("en", (string?)page.Elements("html").Single().Attribute("lang"));
    }

    [Fact]
    public void Coverage_adds_up_and_network_devices_are_apart()
    {
        XElement part = new Page(ReportSample.Status).Part("coverage");
        string[][] rows = [.. Page.Cells(part.Elements("table").First())];
        Assert.Equal(["2-⑨", "2-⑫", "2-⑫", ""], rows.Select(r => r[0]));
        Assert.All(rows, r => Assert.Equal(Number(r[2]), r.Skip(3).Sum(Number)));
        Assert.Equal(["全体", "5", "2", "1", "1", "0", "0", "1", "0"], rows[^1].Skip(1));
        Assert.Contains("ネットワーク機器 3 台は別掲", part.Value, StringComparison.Ordinal);
        Assert.Contains("機器の測定によらない行: 1-①", part.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Unmeasured_computers_are_listed_with_the_reason_in_words()
    {
        XElement reasons = new Page(ReportSample.Status).Part("coverage").Elements("table").Last();
        Assert.Equal(
            ["？ 未到達|接続に応答がない［ConnectTimedOut］|1|PC-003", "？ 未実施|接触不可（台帳の指定）［NotContactable］|1|PACS-9"],
            Page.Cells(reasons).Select(c => string.Join("|", c.Take(4))));
    }

    [Fact]
    public void The_annex_has_every_computer_in_the_order_of_names()
    {
        XElement table = new Page(ReportSample.Status with { Computers = [.. ReportSample.Status.Computers.Reverse()] })
            .Part("computers").Element("table")!;
        string[][] rows = [.. Page.Cells(table)];
        Assert.Equal(["PACS-9", "PC-001", "PC-002", "PC-003", "SV-01"], rows.Select(r => r[0]));
        Assert.Equal(
            ["PC-002", "Kerberos、暗号化", "端末PC", "参照のみ", "△ 一部測定", "応答が時間内に終わらないno answer within 30 s", "Windows 11 Pro", "1", "0", "1", "1", "0"], rows[2]);
    }

    [Fact]
    public void The_method_names_tool_baseline_and_sources()
    {
        string method = new Page(ReportSample.Status).Part("method").Value;
        foreach (string wanted in new[] { "hospital.yaml", new string('a', 64), "第6.0版", "手引き5頁", "研修資料", "09:00 (UTC+09:00)" })
            Assert.Contains(wanted, method, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_run_is_a_report_too()
    {
        ChecklistStatus nothing = ReportSample.Status with { Rows = [], Computers = [], Results = [], Notices = [], Facility = null };
        Page page = new(nothing);
        Assert.Contains("不合致・不明・例外の結果はない。", page.Part("findings").Value, StringComparison.Ordinal);
        Assert.Contains("お知らせはない。", page.Part("notices").Value, StringComparison.Ordinal);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static ChecklistStatus Said(string text)
    {
        Evidence evidence = new(text, text, text, text, Outcome.Fail);
        ComputerResult computer = new(new LedgerComputer(text, text, text, Handling.ReadOnly, 1), ComputerOutcome.Measured, text, text)
        {
            Identity = new HostIdentity(text, text, text, text),
        };
        ComputerResult unmeasured = computer with { Outcome = ComputerOutcome.Failed };
        ChecklistStatus status = ReportSample.With([computer, unmeasured], [ReportSample.Of(text, ReportSample.Storage, evidence)]);
        return status with
        {
            Facility = status.Facility! with { Name = text },
            Baseline = new BaselineReference(text, text),
            Notices = [new Notice(text, new Text(text, text))],
            Rows = [.. status.Rows.Select(r => r with { Attestation = new Attestation(text, Answer.Yes, new Person(text, text), null, null, text) })],
        };
    }
}
