using System;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Fleet;

namespace MedHardening.Reports.Html;

/// <summary>Every computer of the ledger in scope, one line each.</summary>
internal static class ComputerAnnex
{
    private const string Maker = "Microsoft ";

    private static readonly Outcome[] s_outcomes =
        [Outcome.Pass, Outcome.Fail, Outcome.Unknown, Outcome.NotApplicable, Outcome.Excepted];

    public static void Write(HtmlWriter html, ChecklistStatus status)
    {
        ILookup<string, CheckResult> results = status.Results
            .Where(r => r.Subject.Kind == SubjectKind.Computer)
            .ToLookup(r => r.Subject.Name, StringComparer.OrdinalIgnoreCase);
        using (html.Part("computers"))
        {
            WriteFilter(html);
            using (html.Element("table", "grid computers", ("id", "computer-table")))
            {
                html.Head(
                [
                    new("名前", "Name"), new("アドレス・認証", "Address, account"), new("区分", "Role"), new("操作", "Handling"),
                    new("測定", "Outcome"), new("理由・詳細", "Reason, detail"), new("OS", "OS"),
                    .. s_outcomes.Select(o => new Text(o.Symbol(), o.Symbol())),
                ]);
                using (html.Element("tbody"))
                {
                    foreach (ComputerResult computer in status.Computers.InOrder())
                        WriteComputer(html, computer, results[computer.Computer.Name].ToLookup(r => r.Outcome));
                }
            }
        }
    }

    /// <summary>Hidden until the script is there to serve it.</summary>
    private static void WriteFilter(HtmlWriter html)
    {
        using (html.Element("p", "filter", ("id", "filter"), ("hidden", "hidden")))
        {
            using (html.Element("label"))
            {
                html.Text(new Text("絞り込み ", "Filter "));
                html.Void("input", ("type", "search"), ("id", "filter-text"));
            }

            using (html.Element("select", null, ("id", "filter-outcome")))
            {
                html.Leaf("option", new Text("すべて", "All"), null, ("value", ""));
                foreach (ComputerOutcome outcome in Enum.GetValues(typeof(ComputerOutcome)))
                    html.Leaf("option", outcome.Word(), null, ("value", outcome.ToString()));
            }

            html.Leaf("span", "", null, ("id", "filter-count"));
        }
    }

    /// <summary>Without the maker's name, which all of them share and the column has no room for.</summary>
    private static string? ShortName(string? system) =>
        system?.StartsWith(Maker, StringComparison.Ordinal) == true ? system.Substring(Maker.Length) : system;

    private static void WriteComputer(HtmlWriter html, ComputerResult computer, ILookup<Outcome, CheckResult> results)
    {
        LedgerComputer ledger = computer.Computer;
        using (html.Element("tr", null, ("data-outcome", computer.Outcome.ToString())))
        {
            html.Leaf("td", ledger.Name, "name");
            using (html.Element("td", "name"))
            {
                html.Text(ledger.Address == ledger.Name ? "" : ledger.Address);
                if (computer.Authentication is { } proof)
                    html.Leaf("small", Words.Proof(proof));
            }

            html.Leaf("td", Words.Role(ledger.Role), "nowrap");
            html.Leaf("td", ledger.Handling.Word(), "nowrap");
            html.Leaf("td", computer.Outcome.Symbol() + " " + computer.Outcome.Word().In(html.Language), "nowrap");
            using (html.Element("td"))
            {
                if (computer.Reason is { } reason)
                    html.Text(Reasons.Word(reason));
                if (computer.Detail is { } detail)
                    html.Leaf("small", detail);
            }

            html.Leaf("td", ShortName(computer.OperatingSystem()), "system");
            foreach (Outcome outcome in s_outcomes)
            {
                int count = results[outcome].Count();
                html.Leaf("td", count, count == 0 ? "count zero" : "count");
            }
        }
    }
}
