using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Fleet;

namespace MedHardening.Reports.Html;

/// <summary>What was measured and what was not: row by row, and by reason.</summary>
internal static class CoverageTables
{
    public static void Write(HtmlWriter html, ChecklistStatus status)
    {
        using (html.Part("coverage"))
        {
            html.Leaf("p", new Text(
                "台帳の各機器は、表の7区分のどれか一つに必ず入る。測定していない機器を「合致」とは数えない。",
                "Every computer of the ledger is in exactly one of the seven parts of the table. What was not measured never counts as met."));
            WriteRows(html, status);
            WriteOthers(html, status.Rows.Where(r => r.Coverage.Ledger == 0));
            html.Leaf("p", new Text(
                $"ネットワーク機器 {status.NetworkDevices} 台は別掲（本ツールの測定対象外。人の確認による）。",
                $"{status.NetworkDevices} network devices are counted apart: this tool does not measure them, a person confirms them."));
            WriteReasons(html, status.Computers.Where(c => c.IsUnmeasured()).InOrder().ToArray());
        }
    }

    private static void WriteRows(HtmlWriter html, ChecklistStatus status)
    {
        using (html.Element("table", "grid coverage"))
        {
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                html.Leaf("th", new Text("番号", "No."));
                html.Leaf("th", new Text("項目", "Item"));
                html.Leaf("th", new Text("台帳", "Ledger"), "count");
                ComputerOutcome[] parts = Parts;
                for (int i = 0; i < parts.Length; i++)
                    html.Leaf("th", (i == 0 ? "＝" : "＋") + parts[i].Word().In(html.Language), "count");
            }

            using (html.Element("tbody"))
            {
                foreach (ChecklistRow row in status.Rows.Where(r => r.Coverage.Ledger > 0))
                    WriteRow(html, row.Item.Number, row.Item.Title.In(html.Language) + Words.Parenthesis(row.Row.Label).In(html.Language), row.Coverage, null);
                Coverage whole = Coverage.Of(status.Computers.Select(c => c.Outcome).ToArray());
                WriteRow(html, "", new Text("全体", "Whole").In(html.Language), whole, "whole");
            }
        }
    }

    private static void WriteOthers(HtmlWriter html, IEnumerable<ChecklistRow> rows)
    {
        using (html.Element("p"))
        {
            html.Text(new Text("機器の測定によらない行: ", "Rows that rest on no measured computer: "));
            SubjectNames.Write(html, rows.Select(r => r.Item.Number + Words.Parenthesis(r.Row.Label).In(html.Language)));
        }
    }

    private static void WriteRow(HtmlWriter html, string number, string title, Coverage coverage, string? cssClass)
    {
        using (html.Element("tr", cssClass))
        {
            html.Leaf("td", number, "number");
            html.Leaf("td", title);
            html.Leaf("td", coverage.Ledger, "count total");
            foreach (int part in new[]
            {
                coverage.Measured, coverage.Partly, coverage.Unreachable, coverage.Denied, coverage.Failed,
                coverage.NotAttempted, coverage.NotWindows,
            })
                html.Leaf("td", part, part == 0 ? "count zero" : "count");
        }
    }

    private static void WriteReasons(HtmlWriter html, IReadOnlyCollection<ComputerResult> unmeasured)
    {
        if (unmeasured.Count == 0)
            return;
        html.Leaf("h3", new Text($"測定していない機器（{unmeasured.Count}台）", $"Computers not measured ({unmeasured.Count})"));
        using (html.Element("table", "grid reasons"))
        {
            html.Head(new("区分", "Part"), new("理由", "Reason"), new("台数", "Count"), new("機器", "Computers"), new("対処", "What to do"));
            using (html.Element("tbody"))
            {
                foreach (IGrouping<(ComputerOutcome Outcome, string Reason), ComputerResult> group in unmeasured
                    .GroupBy(c => (c.Outcome, Reason: c.Reason ?? ""))
                    .OrderBy(g => g.Key.Outcome).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Reason, System.StringComparer.Ordinal))
                    WriteReason(html, group.Key.Outcome, group.Key.Reason, group.Select(c => Subject.Computer(c.Computer.Name)).ToArray());
            }
        }
    }

    private static void WriteReason(HtmlWriter html, ComputerOutcome outcome, string reason, IReadOnlyList<Subject> computers)
    {
        using (html.Element("tr"))
        {
            html.Leaf("td", outcome.Symbol() + " " + outcome.Word().In(html.Language), "nowrap");
            html.Leaf("td", Reasons.WithCode(reason));
            html.Leaf("td", computers.Count, "count");
            using (html.Element("td", "names"))
                SubjectNames.Write(html, SubjectNames.Of(computers, html.Language));
            html.Leaf("td", Reasons.Advice(reason)?.In(html.Language));
        }
    }

    private static ComputerOutcome[] Parts =>
    [
        ComputerOutcome.Measured, ComputerOutcome.PartlyMeasured, ComputerOutcome.Unreachable, ComputerOutcome.Denied,
        ComputerOutcome.Failed, ComputerOutcome.NotAttempted, ComputerOutcome.NotWindows,
    ];
}
