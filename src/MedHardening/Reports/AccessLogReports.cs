using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.AccessLogs;
using MedHardening.Reports.Html;

namespace MedHardening.Reports;

/// <summary>Writes summaries of access logs, by the ending of the file: <c>.csv</c> (a line a group) or <c>.html</c>.</summary>
public static class AccessLogReports
{
    private static readonly (string Extension, Action<IReadOnlyList<AccessLogSummary>, Language, Stream> Write)[] s_formats =
        [(".csv", WriteCsv), (".html", AccessLogPage.Write)];

    /// <exception cref="ReportNotWrittenException">The ending names no format, or the file system refused.</exception>
    public static void Save(IReadOnlyList<AccessLogSummary> summaries, string path, Language language)
    {
        var write = s_formats.FirstOrDefault(f => path.EndsWith(f.Extension, StringComparison.OrdinalIgnoreCase)).Write
            ?? throw new ReportNotWrittenException(
                path,
                new($"「{path}」の拡張子は使えません。使える拡張子: .csv .html", $"The ending of '{path}' names no format; known: .csv .html"));
        try
        {
            AtomicFile.Write(path, isPrivate: true, stream => write(summaries, language, stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportNotWrittenException(path, new($"「{path}」を書き込めません: {e.Message}", $"'{path}' cannot be written: {e.Message}"), e);
        }
    }

    private static void WriteCsv(IReadOnlyList<AccessLogSummary> summaries, Language language, Stream stream)
    {
        // Excel takes UTF-8 for what it is by its byte order mark only.
        using StreamWriter writer = new(stream, new UTF8Encoding(true), 1 << 16, leaveOpen: true);
        CsvWriter csv = new(writer);
        csv.Line(AccessLogWords.Columns.Select(c => c.In(language)));
        foreach (AccessLogSummary summary in summaries)
        {
            foreach (SignInGroup g in summary.Groups)
            {
                csv.Line(
                [
                    summary.ComputerName, g.Account, g.Sid, g.Source, AccessLogWords.LogonType(g.LogonType).In(language),
                    g.SignIns.ToString(CultureInfo.InvariantCulture), g.Failures.ToString(CultureInfo.InvariantCulture),
                    AccessLogWords.Time(g.First, summary.To.Offset), AccessLogWords.Time(g.Last, summary.To.Offset),
                    (summary.IsPartial ? new Text("一部", "partial") : new Text("全部", "whole")).In(language),
                ]);
            }
        }
    }
}
