using System.Globalization;
using System.Linq;
using MedHardening.Checklist;

namespace MedHardening.Reports.Html;

/// <summary>What stands above the rows of the form.</summary>
internal static class FormHead
{
    public static void Write(HtmlWriter html, ChecklistStatus status)
    {
        html.Leaf("h1", status.Profile.Title);
        using (html.Element("table", "facts head"))
        using (html.Element("tbody"))
        {
            using (html.Element("tr"))
            {
                Fact(html, FacilityLabel(status.Facility?.Kind), status.Facility?.Name ?? "");
                Fact(html, new("年度・様式", "Year, form"), Year(status.Profile.FiscalYear).In(html.Language) + "　" + FormName(status.Profile.FormOf(status.Facility?.Kind)).In(html.Language));
                Fact(html, new("判定基準日", "As of"), Dates.Day(status.AsOf).In(html.Language));
            }

            using (html.Element("tr"))
            {
                Fact(html, new("安全管理責任者", "Responsible"), status.Facility?.Officer is { } o ? $"{o.Name}（{o.Title}）" : "");
                Fact(html, new("確認者・承認者", "Confirmed, approved by"), "");
                Fact(html, new("作成日時", "Made at"), Dates.Minute(status.FinishedAt).In(html.Language));
            }
        }

        html.Leaf("p", new Text(
            "機械は「いいえ」の根拠を示せるが、「はい」を確定しない。○・日付・備考は人の記録であり、○のない行は未回答である。",
            "A machine can show grounds for a No; it never settles a Yes. Circles, dates and remarks are a person's record; a row without a circle is unanswered."),
            "principle");
    }

    public static void WriteLegend(HtmlWriter html, ChecklistStatus status)
    {
        WritePeople(html, status);
        using (html.Element("p", "legend"))
        {
            html.Text(new Text("ツールの提案: ", "Tool's proposals: "));
            foreach (Proposal proposal in new[] { Proposal.No, Proposal.Undetermined, Proposal.AttestationNeeded, Proposal.YesCandidate })
            {
                html.Leaf("b", proposal.Symbol(), "symbol");
                int rows = status.Rows.Count(r => r.Proposal == proposal);
                html.Text(new Text($"{proposal.Text().Ja} {rows}行　", $"{proposal.Text().En}: {rows}　"));
            }

            if (status.Notices.Count is > 0 and int notices)
                html.Leaf("a", new Text($"お知らせ {notices} 件（4章）", $"Notices: {notices} (part 4)"), null, ("href", "#notices"));
        }
    }

    /// <summary>Names stand in the rows, titles once here.</summary>
    private static void WritePeople(HtmlWriter html, ChecklistStatus status)
    {
        string[] people = status.Rows
            .Select(r => r.Attestation?.By)
            .OfType<Person>()
            .Distinct()
            .Select(p => p.Name + "（" + p.Title + "）")
            .ToArray();
        if (people.Length > 0)
            html.Leaf("p", new Text("回答者: ", "Answered by: ").In(html.Language) + string.Join("　", people), "legend");
    }

    private static void Fact(HtmlWriter html, Text label, string value)
    {
        html.Leaf("th", label);
        html.Leaf("td", value);
    }

    private static Text Year(FiscalYear year) =>
        new(year.Wareki, "FY" + year.From.Year.ToString(CultureInfo.InvariantCulture));

    private static Text FormName(ChecklistForm? form)
    {
        string note = form?.Note is { } unconfirmed ? "（" + unconfirmed + "）" : "";
        return form is null ? new("", "") : new(form.Name + note, form.English + note);
    }

    private static Text FacilityLabel(FacilityKind? kind) => kind switch
    {
        FacilityKind.Pharmacy => new("薬局名", "Pharmacy"),
        FacilityKind.Vendor => new("事業者名", "Vendor"),
        _ => new("医療機関名", "Institution"),
    };
}
