using System.Globalization;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;

namespace MedHardening.Reports.Html;

/// <summary>Row by row, what speaks against a はい, what is not known, and what is excepted.</summary>
internal static class FindingTables
{
    public static string Link(int row) => "#" + Id(row);

    public static void Write(HtmlWriter html, ChecklistStatus status)
    {
        using (html.Part("findings"))
        {
            for (int i = 0; i < status.Rows.Count; i++)
                WriteRow(html, status, i);
            if (!status.Rows.Any(HasFindings))
                html.Leaf("p", new Text("不合致・不明・例外の結果はない。", "No result is unmet, unknown or excepted."));
        }
    }

    /// <summary>Whether the part about a row is there to link to.</summary>
    public static bool HasFindings(ChecklistRow row) => Unmeasured(row.Coverage) > 0 || row.Rechecks.Count > 0 || row.Results.Any(r => r.IsFinding());

    private static void WriteRow(HtmlWriter html, ChecklistStatus status, int index)
    {
        ChecklistRow row = status.Rows[index];
        if (!HasFindings(row))
            return;
        using (html.Element("h3", "row", ("id", Id(index))))
        {
            html.Leaf("span", row.Item.Number, "number");
            html.Text(row.Item.Title.In(html.Language) + Words.Parenthesis(row.Row.Label).In(html.Language));
            html.Leaf("small", row.Proposal.Symbol() + " " + row.Proposal.Text().In(html.Language));
        }

        if (Unmeasured(row.Coverage) is > 0 and int unmeasured)
        {
            html.Leaf("p", new Text(
                $"？ 測定していない機器が {unmeasured} 台ある（機器と理由は2章）。",
                $"？ {unmeasured} computers were not measured (which and why: part 2)."), "unmeasured");
        }

        foreach (Recheck recheck in row.Rechecks)
        {
            string about = recheck.Detail is null ? "" : " " + recheck.Detail;
            string advice = Reasons.Advice(recheck.Code)?.In(html.Language) ?? "";
            Sentence(html, new("要再確認", "Check again"), Reasons.WithCode(recheck.Code).In(html.Language) + about + new Text("　対処: ", "; remedy: ").In(html.Language) + advice);
        }

        foreach (FindingGroup group in FindingGroup.Of(row.Results))
            WriteGroup(html, group, status.Facility?.Exceptions.FirstOrDefault(e => e.Id == group.ExceptionId));
    }

    private static void WriteGroup(HtmlWriter html, FindingGroup group, RecordedException? exception)
    {
        using (html.Element("div", "finding"))
        {
            using (html.Element("h4"))
            {
                html.Leaf("b", group.Outcome.Symbol() + " " + group.Outcome.Word().In(html.Language), "outcome");
                html.Text(group.Check.Title);
                if (group.Check.Bearing == Bearing.Supports)
                    html.Leaf("span", new Text("参考", "supporting"), "label");
                html.Leaf("small", group.Check.Id);
            }

            if (group.Reason is { } reason)
                Sentence(html, new("理由", "Reason"), Reasons.WithCode(reason).In(html.Language));
            if (exception is not null)
                WriteException(html, exception);
            if (group.Outcome != Outcome.Excepted)
                Sentence(html, new("対処", "Remedy"), Remedy(group).In(html.Language));
            FindingLines.Write(html, group);
        }
    }

    private static Text Remedy(FindingGroup group) =>
        group.Outcome == Outcome.Unknown && group.Reason is { } reason && Reasons.Advice(reason) is { } advice
            ? advice
            : group.Check.Remedy;

    private static void WriteException(HtmlWriter html, RecordedException exception)
    {
        string approver = exception.ApprovedBy is { } by ? by.Name + "（" + by.Title + "）" : "";
        Text text = new(
            $"{exception.Id}: {exception.Reason}　代替策: {exception.CompensatingControl}　承認: {approver} {Dates.Day(exception.ApprovedOn).Ja}　期限: {Dates.Day(exception.Expires).Ja}",
            $"{exception.Id}: {exception.Reason}; compensating control: {exception.CompensatingControl}; approved by {approver} {Dates.Day(exception.ApprovedOn).En}; until {Dates.Day(exception.Expires).En}");
        Sentence(html, new("例外", "Exception"), text.In(html.Language));
    }

    private static void Sentence(HtmlWriter html, Text label, string text)
    {
        using (html.Element("p"))
        {
            html.Leaf("b", label);
            html.Text(" " + text);
        }
    }

    private static int Unmeasured(Coverage coverage) => coverage.Ledger - coverage.Measured - coverage.Partly;

    private static string Id(int row) => "row-" + row.ToString(CultureInfo.InvariantCulture);
}
