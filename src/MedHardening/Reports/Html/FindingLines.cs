using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checks;

namespace MedHardening.Reports.Html;

/// <summary>The table of one finding: what was wanted, what was found, where, and on how many subjects.</summary>
internal static class FindingLines
{
    // What a host said about a question that failed often names the host; three of them show the kind.
    private const int MostDetails = 3;

    // What the last column holds in two or three lines; more names have a row of their own in the full width.
    private const int RoomInColumn = 60;

    public static void Write(HtmlWriter html, FindingGroup group)
    {
        if (group.Lines.Count == 0)
        {
            WriteSubjects(html, group.Subjects);
            return;
        }

        using (html.Element("table", "grid lines"))
        {
            html.Head(new("期待値", "Expected"), new("実測値", "Found"), new("測定元", "Source"), new("数", "Count"), new("対象", "Subjects"));
            using (html.Element("tbody"))
            {
                foreach (FindingLine line in group.Lines.Where(l => !l.IsDetail))
                    WriteLine(html, line, group.Outcome);
                WriteDetails(html, group.Lines.Where(l => l.IsDetail).ToArray());
            }
        }
    }

    /// <summary>Without evidence there is nothing to put into columns.</summary>
    private static void WriteSubjects(HtmlWriter html, IReadOnlyCollection<Subject> subjects)
    {
        using (html.Element("p"))
        {
            html.Leaf("b", new Text($"対象（{subjects.Count}） ", $"Subjects ({subjects.Count}) "));
            using (html.Element("span", "names"))
                SubjectNames.Write(html, SubjectNames.Of(subjects, html.Language));
        }
    }

    private static void WriteLine(HtmlWriter html, FindingLine line, Outcome outcome)
    {
        Evidence evidence = line.Evidence;
        string actual = evidence.Finding().In(html.Language);
        WriteRow(html, line.Subjects, () =>
        {
            html.Leaf("td", evidence.Expectation());
            html.Leaf("td", evidence.Outcome == Outcome.Unknown && outcome == Outcome.Fail ? evidence.Outcome.Symbol() + " " + actual : actual);
            html.Leaf("td", evidence.Source, "source");
        });
    }

    /// <summary>Questions that got no answer: all in one line, since only the wording differs from host to host.</summary>
    private static void WriteDetails(HtmlWriter html, FindingLine[] details)
    {
        if (details.Length == 0)
            return;
        string told = string.Join(" / ", details.Take(MostDetails).Select(d => d.Evidence.Source));
        if (details.Length > MostDetails)
            told += new Text($" ほか{details.Length - MostDetails}種（CSV・JSONに全件）", $" and {details.Length - MostDetails} more (all in CSV and JSON)").In(html.Language);
        WriteRow(html, details.SelectMany(d => d.Subjects).Distinct().ToArray(), () => html.Leaf("td", told, null, ("colspan", "3")));
    }

    private static void WriteRow(HtmlWriter html, IReadOnlyCollection<Subject> subjects, Action writeEvidence)
    {
        string[] names = SubjectNames.Of(subjects, html.Language).ToArray();
        bool fits = names.Sum(n => n.Length + 1) <= RoomInColumn;
        using (html.Element("tr", fits ? null : "headed"))
        {
            writeEvidence();
            html.Leaf("td", subjects.Count, "count");
            using (html.Element("td", "names"))
            {
                if (fits)
                    SubjectNames.Write(html, names);
                else
                    html.Text(new Text("次の行", "next line"));
            }
        }

        if (fits)
            return;
        using (html.Element("tr"))
        using (html.Element("td", "names", ("colspan", "5")))
            SubjectNames.Write(html, names);
    }
}
