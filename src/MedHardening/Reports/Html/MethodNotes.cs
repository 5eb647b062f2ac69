using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;

namespace MedHardening.Reports.Html;

/// <summary>How the report came about, so that somebody else can do it again.</summary>
internal static class MethodNotes
{
    private static readonly Text[] s_rule =
    [
        new("例外に覆われない反証検査が一つでも「不合致」なら「いいえ（測定による）」。",
            "Any refuting check that is not met, and not covered, makes it No (by measurement)."),
        new("そうでなく、反証検査に覆われない「不明」があるか、対象の機器に測定していないものがあれば「判定不能」。",
            "Else any refuting check that is unknown, or any computer in scope that was not measured, and not covered: Cannot be determined."),
        new("そうでなく、人の記録（回答・氏名・役職・確認日）がそろっていなければ「確認書が必要」。",
            "Else no complete record of a person (answer, name, title, date): Attestation needed."),
        new("そのどれでもなければ「はい候補（要確認）」。「はい」と答えるのは人である。",
            "Else Yes candidate (to be confirmed). Only a person answers Yes."),
    ];

    public static void Write(HtmlWriter html, ChecklistStatus status)
    {
        using (html.Part("method"))
        {
            WriteFacts(html, status);
            html.Leaf("h3", new Text("提案の決め方", "How a proposal is made"));
            using (html.Element("ol"))
            {
                foreach (Text line in s_rule)
                    html.Leaf("li", line);
            }

            html.Leaf("p", new Text(
                "参考検査は情報であり、提案を左右しない。「覆われる」とは、承認され期限内の例外があること、または接触不可の機器について事業者の日付のある回答があること。",
                "Supporting checks inform and never decide. Covered: by an approved, unexpired exception, or, for a computer that must not be contacted, by its vendor's dated answer."));
            WriteChecks(html, status);
            WriteSources(html, status.Profile);
        }
    }

    private static void WriteFacts(HtmlWriter html, ChecklistStatus status)
    {
        using (html.Element("table", "facts"))
        using (html.Element("tbody"))
        {
            Fact(html, new("ツール", "Tool"), Tool.Name + " " + Tool.Version);
            Fact(html, new("ベースライン", "Baseline"), status.Baseline.Path);
            Fact(html, new("そのSHA-256", "Its SHA-256"), status.Baseline.Sha256);
            Fact(html, new("チェックリスト", "Checklist"), status.Profile.Id);
            Fact(html, new("ガイドライン", "Guideline"), new Text(
                "医療情報システムの安全管理に関するガイドライン 第" + status.Profile.GuidelineVersion + "版",
                "Guideline on safety management of medical information systems, version " + status.Profile.GuidelineVersion).In(html.Language));
            Fact(html, new("年度の期間", "Fiscal year"), Dates.Span(status.Profile.FiscalYear.From, status.Profile.FiscalYear.To).In(html.Language));
            Fact(html, new("判定基準日", "As of"), Dates.Day(status.AsOf).In(html.Language));
            Fact(html, new("測定", "Measured"),
                Dates.Instant(status.StartedAt).In(html.Language) + " ～ " + Dates.Instant(status.FinishedAt).In(html.Language));
        }
    }

    private static void Fact(HtmlWriter html, Text label, string value)
    {
        using (html.Element("tr"))
        {
            html.Leaf("th", label);
            html.Leaf("td", value);
        }
    }

    private static void WriteChecks(HtmlWriter html, ChecklistStatus status)
    {
        Outcome[] outcomes = [Outcome.Pass, Outcome.Fail, Outcome.Unknown, Outcome.NotApplicable, Outcome.Excepted];
        html.Leaf("h3", new Text("検査と結果の数", "Checks and how they came out"));
        using (html.Element("table", "grid"))
        {
            html.Head(
            [
                new("番号", "No."), new("検査", "Check"), new("性質", "Bearing"),
                .. outcomes.Select(o => new Text(o.Symbol() + o.Word().Ja, o.Symbol() + " " + o.Word().En)),
            ]);
            using (html.Element("tbody"))
            {
                IEnumerable<ChecklistItem> items = status.Profile.Items;
                foreach (IGrouping<Check, CheckResult> check in status.Results
                    .GroupBy(r => r.Check)
                    .OrderBy(g => items.TakeWhile(i => i.Key != g.Key.Item).Count())
                    .ThenBy(g => g.Key.Id, StringComparer.Ordinal))
                {
                    using (html.Element("tr"))
                    {
                        html.Leaf("td", status.Profile.Find(check.Key.Item)?.Number ?? check.Key.Item, "number");
                        using (html.Element("td"))
                        {
                            html.Text(check.Key.Title);
                            html.Leaf("small", check.Key.Id);
                        }

                        html.Leaf("td", check.Key.Bearing.Word(), "nowrap");
                        foreach (Outcome outcome in outcomes)
                        {
                            int count = check.Count(r => r.Outcome == outcome);
                            html.Leaf("td", count, count == 0 ? "count zero" : "count");
                        }
                    }
                }
            }
        }
    }

    private static void WriteSources(HtmlWriter html, ChecklistProfile profile)
    {
        html.Leaf("h3", new Text("項目の文言の出典", "Where the wording comes from"));
        using (html.Element("table", "grid sources"))
        {
            html.Head(new("出典（「未確認」は公式様式で要確認）", "Source (未確認: to be checked against the official form)"), new("項目", "Items"));
            using (html.Element("tbody"))
            {
                if (profile.Gate is { } gate)
                    WriteSource(html, gate.Source, gate.Title.In(html.Language));
                foreach (IGrouping<string, string> source in profile.Items.GroupBy(i => i.Source, i => i.Number))
                    WriteSource(html, source.Key, string.Join(" ", source));
            }
        }
    }

    private static void WriteSource(HtmlWriter html, string source, string what)
    {
        using (html.Element("tr"))
        {
            html.Leaf("td", source);
            html.Leaf("td", what);
        }
    }
}
