using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Cim.Recording;

namespace MedHardening.Services;

/// <summary>
/// Where baselines are written: a file that ends in .yaml, or in .csv for a list as Get-Service prints it, or a folder with one file a
/// computer, or a role.
/// </summary>
public sealed class ExportDestination
{
    private const string Yaml = ".yaml";
    private static readonly string[] s_known = [Yaml, ".yml", ".csv"];

    private readonly string _path;

    private ExportDestination(string path, bool isFile)
    {
        _path = path;
        IsFile = isFile;
    }

    /// <summary>One file, and no folder of them.</summary>
    public bool IsFile { get; }

    /// <summary>Null when the path ends like a file of another kind.</summary>
    public static ExportDestination? Of(string path)
    {
        bool isFile = Path.HasExtension(path) && !Directory.Exists(path);
        return isFile && !IsBaseline(path) ? null : new ExportDestination(path, isFile);
    }

    /// <summary>The baselines at a path: the file itself, or those of a folder, by name.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static IReadOnlyList<string> Existing(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Where(IsBaseline).OrderBy(f => f, StringComparer.OrdinalIgnoreCase).ToArray()
        : [path];

    /// <summary>
    /// What is written where. Merged, there is one baseline for each role of the computers; into a file, one for all of them.
    /// </summary>
    /// <param name="taken">What was measured; computers without a baseline are left out.</param>
    public IReadOnlyList<KeyValuePair<string, ServiceBaseline>> Files(IEnumerable<ComputerInventory> taken, bool merge)
    {
        ComputerInventory[] measured = taken.Where(t => t.Baseline is not null).ToArray();
        return merge
            ? measured.GroupBy(t => IsFile ? "" : t.Computer.Computer.Role, StringComparer.OrdinalIgnoreCase)
                .Select(g => ServiceBaselineMerge.Of(g.First().Computer.Computer.Role, g.Select(t => t.Baseline!).ToArray()))
                .Select(b => new KeyValuePair<string, ServiceBaseline>(PathOf(b.Role!), b)).ToArray()
            : measured.Select(t => new KeyValuePair<string, ServiceBaseline>(PathOf(t.Baseline!.Computer!), t.Baseline)).ToArray();
    }

    /// <summary>Puts a baseline into its place as a whole, making its folder.</summary>
    /// <param name="update">Takes over the decisions and patterns of the file that is there.</param>
    /// <exception cref="InvalidFileException">The file that is there cannot be read; it is left as it is.</exception>
    /// <exception cref="IOException">The file system refused; what was at the path is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Save(ServiceBaseline baseline, string path, bool update)
    {
        if (update && File.Exists(path))
            baseline = Decisions.Carry(ServiceBaselineReader.Read(path), baseline);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            ServiceListWriter.SaveServices(baseline, path);
        else
            ServiceBaselineWriter.Save(baseline, path);
    }

    private static bool IsBaseline(string path) => s_known.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private string PathOf(string name) => IsFile ? _path : Path.ChangeExtension(SnapshotFile.PathOf(_path, name), Yaml);
}
