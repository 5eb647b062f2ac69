using System.IO;
using System.Text;
using MedHardening.Checklist;

namespace MedHardening.Reports.Html;

/// <summary>
/// The report for people: one file that opens from a stick, prints on A4, and needs nothing from anywhere. The form as the
/// Ministry prints it comes first, then what it rests on.
/// </summary>
public sealed class HtmlReport : IReport
{
    private readonly Language _language;

    public HtmlReport()
        : this(Language.Japanese)
    {
    }

    public HtmlReport(Language language)
    {
        _language = language;
    }

    public string Extension => ".html";

    public void Write(ChecklistStatus status, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var html = new HtmlWriter(writer, _language);
        writer.WriteLine("<!DOCTYPE html>");
        using (html.Element("html", null, ("lang", _language == Language.Japanese ? "ja" : "en")))
        {
            Head.Write(html, status);
            using (html.Element("body"))
            {
                Head.WriteNavigation(html);
                FormPages.Write(html, status);
                CoverageTables.Write(html, status);
                FindingTables.Write(html, status);
                NoticeList.Write(html, status);
                ComputerAnnex.Write(html, status);
                MethodNotes.Write(html, status);
                html.Script(Assets.Filter);
            }
        }
    }
}
