using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MedHardening.Checklist;
using MedHardening.Reports.Html;

namespace MedHardening.Tests.Reports.Html;

/// <summary>The HTML report as a tree, read by an XML parser: what is not well-formed does not get this far.</summary>
internal sealed class Page
{
    private readonly XElement _root;

    public Page(ChecklistStatus status, Language language = Language.Japanese)
    {
        Source = Written.Text(new HtmlReport(language), status);
        string xml = Regex.Replace(Source, "<!DOCTYPE html>|<style>.*?</style>|<script>.*?</script>", "", RegexOptions.Singleline);
        _root = XElement.Parse(Regex.Replace(xml, "<(meta|input)( [^>]*)>", "<$1$2/>"), LoadOptions.PreserveWhitespace);
    }

    public string Source { get; }

    public XElement Part(string id) => _root.Descendants("section").Single(s => (string?)s.Attribute("id") == id);

    /// <summary>The lines of the form with a number, gate and headings of sections left out.</summary>
    public IEnumerable<XElement> FormRows => Part("form").Descendants("tr").Where(r => r.Elements("td").FirstOrDefault()?.Value.Length > 0
        && (string?)r.Element("td")!.Attribute("class") == "number");

    public IEnumerable<XElement> Elements(string tag) => _root.DescendantsAndSelf(tag);

    public static string Class(XElement element) => (string?)element.Attribute("class") ?? "";

    /// <summary>Texts of the cells of a table's body, line by line.</summary>
    public static IEnumerable<string[]> Cells(XElement table) =>
        table.Element("tbody")!.Elements("tr").Select(r => r.Elements("td").Select(c => c.Value.Trim()).ToArray());
}
