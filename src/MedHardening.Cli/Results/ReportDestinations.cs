using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Reports;

namespace MedHardening.Cli.Results;

/// <summary>Finds out before an hour of measuring, not after it, that a report has nowhere to go.</summary>
internal static class ReportDestinations
{
    /// <exception cref="UsageException">A format that does not exist, or one path twice.</exception>
    /// <exception cref="ReportNotWrittenException">A place where nothing can be written.</exception>
    public static void Check(IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            if (ReportFormats.ForPath(path) is null)
                throw UnknownFormat(path);
        }
        if (paths.Select(Path.GetFullPath).Distinct(StringComparer.OrdinalIgnoreCase).Count() < paths.Count)
            throw new UsageException(new("--report に同じファイルが2回あります。", "--report names the same file twice."));
        foreach (string path in paths)
            EnsureWritable(path);
    }

    private static void EnsureWritable(string path)
    {
        string probe = path + "." + Guid.NewGuid().ToString("N")[..8] + ".tmp";
        try
        {
            // A report takes the place of its file by renaming, so the folder decides; a file that is open elsewhere does too.
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
            }
            if (File.Exists(path) || Directory.Exists(path))
                File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportNotWrittenException(path, new(
                "報告書を書き込めません。測定していません: " + path + ": " + e.Message,
                "The report cannot be written; nothing was measured: " + path + ": " + e.Message), e);
        }
    }

    private static UsageException UnknownFormat(string path)
    {
        string known = string.Join(" ", ReportFormats.All.Select(f => f.Extension));
        return new UsageException(new(
            "報告書の形式がわかりません: " + path + "（使える拡張子: " + known + "）",
            "Unknown format of a report: " + path + " (known: " + known + ")"));
    }
}
