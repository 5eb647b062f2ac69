using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Cli.Simulate;
using MedHardening.Fleet;
using MedHardening.Reports;

namespace MedHardening.Cli.Demo;

/// <summary>The folder with everything that a demo leaves behind: what went in, what came out.</summary>
internal sealed class DemoFolder
{
    // First line of the demo's facility record: a folder that has it is ours to write into again.
    private const string Mark = "# MedHardening demo";

    // The folder of the documents that the record names.
    private const string Evidence = "evidence";

    private readonly string _path;

    private DemoFolder(string path) => _path = path;

    public string Baseline => At("baseline.yaml");

    public string Facility => At("facility.yaml");

    public string Ledger => At("ledger.csv");

    public IReadOnlyList<string> Reports => [At("report.html"), At("report.csv"), At("report.json")];

    /// <exception cref="UsageException">The folder holds something else, which could be somebody's own ledger or record.</exception>
    /// <exception cref="ReportNotWrittenException">The file system refused.</exception>
    public static DemoFolder Prepare(string path)
    {
        DemoFolder folder = new(path);
        try
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !folder.IsOurs())
            {
                throw new UsageException(new(
                    "フォルダー「" + path + "」は空ではなく、デモのものでもありません。--out で別のフォルダーを指定してください。",
                    "The folder '" + path + "' is neither empty nor of a demo; name another with --out."));
            }
            Directory.CreateDirectory(path);
            Copy("facility.yaml", folder.Facility);
            Copy("baseline.yaml", folder.Baseline);
            Directory.CreateDirectory(folder.At(Evidence));
            foreach (string document in typeof(DemoFolder).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Evidence + "/", StringComparison.Ordinal)))
                Copy(document, folder.At(document));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportNotWrittenException(path, new(
                "フォルダー「" + path + "」に書き込めません: " + e.Message, "The folder '" + path + "' cannot be written: " + e.Message), e);
        }
        return folder;
    }

    public void Save(IReadOnlyList<LedgerComputer> ledger) => LedgerFile.Save(Ledger, ledger);

    private bool IsOurs() => File.Exists(Facility) && File.ReadLines(Facility).FirstOrDefault() == Mark;

    private static void Copy(string resource, string path)
    {
        using Stream source = typeof(DemoFolder).Assembly.GetManifestResourceStream(resource)!;
        using FileStream target = File.Create(path);
        source.CopyTo(target);
    }

    private string At(string name) => Path.Combine(_path, name);
}
