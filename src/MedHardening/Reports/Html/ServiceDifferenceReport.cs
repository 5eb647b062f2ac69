using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.Services;

namespace MedHardening.Reports.Html;

/// <summary>
/// The differences of a fleet from its service baseline, for people: what is worst and rarest first, then computer by computer with
/// before and after. One file that needs nothing from anywhere.
/// </summary>
public sealed class ServiceDifferenceReport
{
    private static readonly Text s_title = new("サービス・プログラム・待受ポートの差分（2-⑫）", "Differences of services, programs and ports (2-⑫)");

    private readonly ServiceComparison _comparison;
    private readonly Language _language;

    public ServiceDifferenceReport(ServiceComparison comparison, Language language)
    {
        _comparison = comparison;
        _language = language;
    }

    /// <summary>Puts the report into its place as a whole.</summary>
    /// <exception cref="IOException">The file system refused; what was at the path is still there.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The same.</exception>
    public void Save(string path) => AtomicFile.Write(path, isPrivate: false, Write);

    /// <summary>Leaves the stream open.</summary>
    public void Write(Stream stream)
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        HtmlWriter html = new(writer, _language);
        writer.WriteLine("<!DOCTYPE html>");
        using (html.Element("html", null, ("lang", _language == Language.Japanese ? "ja" : "en")))
        {
            Head.Write(html, s_title.In(_language));
            using (html.Element("body"))
            {
                WriteFacts(html);
                WriteSummary(html);
                WriteComputers(html);
            }
        }
    }

    private void WriteFacts(HtmlWriter html)
    {
        using (html.Element("section", "part"))
        {
            html.Leaf("h1", s_title);
            using (html.Element("table", "facts"))
            {
                Fact(html, new("基準", "Baseline"), _comparison.Reference);
                Fact(html, new("基準を取った日", "Taken on"), _comparison.TakenOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—");
                Fact(html, new("比べた機器", "Computers compared"), Number(_comparison.Compared));
                Fact(html, new("差分のある機器", "With differences"), Number(_comparison.Differences.Select(d => d.Computer).Distinct().Count()));
                Fact(html, new("比べていないもの", "Not compared"), _comparison.NotCompared.Count == 0 ? "—" : string.Join(", ", _comparison.NotCompared.Select(n => n.In(_language))));
            }
        }
    }

    private void WriteSummary(HtmlWriter html)
    {
        using (html.Element("section", "part"))
        {
            html.Leaf("h2", new Text("1 まとめ（重大で珍しいものから）", "1 Summary, worst and rarest first"));
            IReadOnlyList<DifferenceSummary> summary = DifferenceSummary.Of(_comparison.Differences, _comparison.Compared);
            if (summary.Count == 0)
                html.Leaf("p", new Text("基準との差分はありません。", "There is no difference from the baseline."));
            else
                WriteSummary(html, summary);
        }
    }

    private static void WriteSummary(HtmlWriter html, IReadOnlyList<DifferenceSummary> summary)
    {
        using (html.Element("table", "grid differences"))
        {
            html.Head(new("重要度", "Severity"), new("台数", "Computers"), new("種類", "Kind"), new("名前", "Name"), new("変更", "Change"), new("理由", "Why"));
            using (html.Element("tbody"))
            {
                foreach (DifferenceSummary line in summary)
                {
                    using (html.Element("tr"))
                    {
                        html.Leaf("td", DifferenceWords.Word(line.Severity), "nowrap");
                        using (html.Element("td"))
                        {
                            html.Text(Number(line.Count) + " / " + Number(line.Compared));
                            if (line.Count <= Few)
                                html.Leaf("small", string.Join(" ", line.Computers));
                        }
                        html.Leaf("td", DifferenceWords.Word(line.Example.Section));
                        WriteName(html, line.Example);
                        html.Leaf("td", DifferenceWords.Word(line.Example.Change));
                        html.Leaf("td", line.Why);
                    }
                }
            }
        }
    }

    private void WriteComputers(HtmlWriter html)
    {
        using (html.Element("section", "part"))
        {
            html.Leaf("h2", new Text("2 機器ごと", "2 By computer"));
            foreach (IGrouping<string, ServiceDifference> computer in _comparison.Differences.GroupBy(d => d.Computer).OrderBy(g => g.Key, System.StringComparer.OrdinalIgnoreCase))
            {
                html.Leaf("h3", computer.Key);
                using (html.Element("table", "grid differences before-after"))
                {
                    html.Head(
                        new("重要度", "Severity"), new("種類", "Kind"), new("名前", "Name"), new("変更", "Change"), new("変更前", "Before"),
                        new("変更後", "After"), new("理由", "Why"));
                    using (html.Element("tbody"))
                    {
                        foreach (ServiceDifference difference in computer.OrderByDescending(d => d.Severity))
                            WriteLine(html, difference);
                    }
                }
            }
        }
    }

    private static void WriteLine(HtmlWriter html, ServiceDifference difference)
    {
        using (html.Element("tr"))
        {
            html.Leaf("td", DifferenceWords.Word(difference.Severity), "nowrap");
            html.Leaf("td", DifferenceWords.Word(difference.Section));
            WriteName(html, difference);
            html.Leaf("td", DifferenceWords.Word(difference.Change));
            html.Leaf("td", difference.Old ?? "—");
            html.Leaf("td", difference.New ?? "—");
            html.Leaf("td", difference.Why);
        }
    }

    private static void WriteName(HtmlWriter html, ServiceDifference difference)
    {
        using (html.Element("td"))
        {
            html.Text(difference.Name);
            if (difference.DisplayName is { } display && display != difference.Name)
                html.Leaf("small", display);
        }
    }

    private const int Few = 10;

    private static void Fact(HtmlWriter html, Text name, string value)
    {
        using (html.Element("tr"))
        {
            html.Leaf("th", name);
            html.Leaf("td", value);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
