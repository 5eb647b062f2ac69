using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Reports.Html;

namespace MedHardening.Reports;

/// <summary>Every format that a run can be written in.</summary>
public static class ReportFormats
{
    /// <summary>In Japanese, the language of the official form and of those who inspect it.</summary>
    public static IReadOnlyList<IReport> All { get; } = In(Language.Japanese);

    /// <summary>With words in <paramref name="language"/>. JSON carries both languages and is the same in each.</summary>
    public static IReadOnlyList<IReport> In(Language language) =>
        [new HtmlReport(language), new CsvReport(language), new JsonReport()];

    /// <summary>The format that the file name's ending asks for; null for an ending that is none of ours.</summary>
    public static IReport? ForPath(string path) => ForPath(path, Language.Japanese);

    /// <inheritdoc cref="ForPath(string)"/>
    public static IReport? ForPath(string path, Language language) =>
        In(language).FirstOrDefault(r => string.Equals(r.Extension, Path.GetExtension(path), StringComparison.OrdinalIgnoreCase));
}
