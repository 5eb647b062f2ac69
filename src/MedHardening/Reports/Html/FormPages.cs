using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist;

namespace MedHardening.Reports.Html;

/// <summary>The official form. はい and いいえ are circled by a person's answer only; what the tool thinks stands apart.</summary>
internal static class FormPages
{
    public static void Write(HtmlWriter html, ChecklistStatus status)
    {
        using (html.Element("section", "form", ("id", "form")))
        {
            FormHead.Write(html, status);
            FormHead.WriteLegend(html, status);
            using (html.Element("table", "rows"))
            {
                WriteColumns(html);
                using (html.Element("tbody"))
                {
                    if (status.Profile.Gate is { } gate)
                        WriteGate(html, gate, status.Facility?.OperatesMedicalSystem);
                    FormSection? section = null;
                    for (int i = 0; i < status.Rows.Count; i++)
                    {
                        ChecklistRow row = status.Rows[i];
                        if (row.Item.Section != section)
                            WriteSection(html, section = row.Item.Section);
                        WriteRow(html, row, i);
                    }
                }
            }

        }
    }

    private static void WriteColumns(HtmlWriter html)
    {
        using (html.Element("thead"))
        using (html.Element("tr"))
        {
            html.Leaf("th", new Text("番号", "No."), "number");
            html.Leaf("th", new Text("チェック項目", "Item"), "item");
            html.Leaf("th", new Text("確認結果", "Answer"), "answer");
            html.Leaf("th", new Text("確認日", "Confirmed"), "date confirmed");
            html.Leaf("th", new Text("目標日", "Target"), "date");
            html.Leaf("th", new Text("備考", "Remarks"), "remarks");
            using (html.Element("th", "tool"))
            {
                html.Text(new Text("ツールの提案", "Tool's proposal"));
                html.Leaf("small", new Text("（様式外・参考）", "(not part of the form)"));
            }
        }
    }

    private static void WriteSection(HtmlWriter html, FormSection section)
    {
        using (html.Element("tr", "section"))
        {
            html.Leaf("th", section.Number.ToString(CultureInfo.InvariantCulture) + " " + section.Title.In(html.Language), null,
                ("colspan", "6"), ("scope", "rowgroup"));
            html.Leaf("td", "", "tool");
        }
    }

    private static void WriteGate(HtmlWriter html, GateRow gate, bool? answer)
    {
        using (html.Element("tr", "gate"))
        {
            html.Leaf("td", "", "number");
            html.Leaf("td", gate.Title, "item");
            WriteAnswer(html, answer is { } yes ? yes ? Answer.Yes : Answer.No : null, []);
            html.Leaf("td", "", "date");
            html.Leaf("td", "", "date");
            html.Leaf("td", "", "remarks");
            html.Leaf("td", "", "tool");
        }
    }

    private static void WriteRow(HtmlWriter html, ChecklistRow row, int index)
    {
        Attestation? answer = row.Attestation;
        using (html.Element("tr"))
        {
            html.Leaf("td", row.Item.Number, "number");
            WriteItem(html, row);
            WriteAnswer(html, answer?.Answer, answer?.Earlier ?? []);
            WriteDay(html, answer?.ConfirmedOn, answer?.By);
            WriteDay(html, answer?.TargetDate, null);
            html.Leaf("td", answer?.Remarks, "remarks");
            WriteProposal(html, row, index);
        }
    }

    private static void WriteItem(HtmlWriter html, ChecklistRow row)
    {
        using (html.Element("td", "item"))
        {
            if (row.Row.Label is { } label)
                html.Leaf("span", Words.Label(label), "label");
            html.Text(row.Item.Title);
            if (row.Item.Note is { } note)
                html.Leaf("small", note);
        }
    }

    private static void WriteAnswer(HtmlWriter html, Answer? answer, IReadOnlyList<EarlierAnswer> earlier)
    {
        using (html.Element("td", "answer"))
        {
            html.Leaf("span", new Text("はい", "Yes"), answer == Answer.Yes ? "chosen" : "choice");
            html.Text("・");
            html.Leaf("span", new Text("いいえ", "No"), answer == Answer.No ? "chosen" : "choice");
            for (int i = 0; i < earlier.Count; i++)
                html.Leaf("small", Earlier(earlier[i], i + 1));
        }
    }

    private static Text Earlier(EarlierAnswer round, int number)
    {
        Text answer = round.Answer == Answer.Yes ? new("はい", "Yes") : new("いいえ", "No");
        return new(
            $"{number}回目 {answer.Ja} {Dates.Day(round.ConfirmedOn).Ja}", $"Round {number}: {answer.En} {Dates.Day(round.ConfirmedOn).En}");
    }

    private static void WriteDay(HtmlWriter html, DateTime? day, Person? by)
    {
        using (html.Element("td", "date"))
        {
            // A line may end behind the year, and nowhere else.
            string text = Dates.Day(day).In(html.Language);
            int year = text.IndexOf('年') + 1;
            foreach (string part in new[] { text.Substring(0, year), text.Substring(year) }.Where(p => p.Length > 0))
                html.Leaf("span", part, "nowrap");
            if (by is not null)
                html.Leaf("small", by.Name);
        }
    }

    // The documents meant stand in the findings; here is room for the reasons.
    private static Text Again(IReadOnlyList<Recheck> rechecks)
    {
        Text[] words = rechecks.Select(r => Reasons.Word(r.Code)).Distinct().ToArray();
        return new("要再確認: " + string.Join("、", words.Select(w => w.Ja)), "Check again: " + string.Join("; ", words.Select(w => w.En)));
    }

    private static void WriteProposal(HtmlWriter html, ChecklistRow row, int index)
    {
        using (html.Element("td", "tool"))
        {
            html.Leaf("b", row.Proposal.Symbol(), "symbol");
            if (FindingTables.HasFindings(row))
                html.Leaf("a", row.Proposal.Text(), null, ("href", FindingTables.Link(index)));
            else
                html.Leaf("span", row.Proposal.Text());
            if (row.Attestation?.Answer == Answer.Yes && row.Proposal == Proposal.No)
                html.Leaf("small", new Text("！回答「はい」と食い違う", "! contradicts the answer Yes"), "conflict");
            // That it contradicts has been said already.
            Recheck[] others = row.Rechecks.Where(r => r.Code != Recheck.Contradicted).ToArray();
            if (others.Length > 0)
                html.Leaf("small", Again(others), "conflict");
            if (row.Coverage.Ledger > 0)
                html.Leaf("small", new Text(
                    $"測定 {row.Coverage.Measured} / 台帳 {row.Coverage.Ledger}台",
                    $"measured {row.Coverage.Measured} of {row.Coverage.Ledger}"));
        }
    }
}
