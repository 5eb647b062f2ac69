using System;
using System.IO;
using System.Linq;
using MedHardening.Checklist;

namespace MedHardening.Reports;

/// <summary>
/// Puts a report into its place as a whole: whoever opens the path sees the old file or the new one, never half of one.
/// </summary>
public static class ReportFile
{
    /// <exception cref="ReportNotWrittenException">The ending names no format, or the file system refused.</exception>
    public static void Save(ChecklistStatus status, string path) => Save(status, path, Language.Japanese);

    /// <inheritdoc cref="Save(ChecklistStatus, string)"/>
    public static void Save(ChecklistStatus status, string path, Language language) =>
        Save(ReportFormats.ForPath(path, language) ?? throw UnknownEnding(path), status, path);

    internal static void Save(IReport report, ChecklistStatus status, string path)
    {
        try
        {
            AtomicFile.Write(path, isPrivate: false, stream => report.Write(status, stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportNotWrittenException(
                path,
                new($"報告書「{path}」を書き込めません: {e.Message}", $"The report '{path}' cannot be written: {e.Message}"),
                e);
        }
    }

    private static ReportNotWrittenException UnknownEnding(string path)
    {
        string known = string.Join(" ", ReportFormats.All.Select(r => r.Extension));
        return new ReportNotWrittenException(
            path,
            new($"報告書「{path}」の拡張子は使えません。使える拡張子: {known}",
                $"The ending of the report '{path}' names no format; known: {known}"));
    }
}
