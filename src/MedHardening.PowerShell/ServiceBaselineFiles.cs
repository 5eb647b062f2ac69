using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Cim.Recording;
using MedHardening.Services;

namespace MedHardening.PowerShell;

/// <summary>The files of service baselines; one that cannot be used ends the cmdlet.</summary>
internal static class ServiceBaselineFiles
{
    private const string Yaml = ".yaml";
    private static readonly string[] s_known = [Yaml, ".yml", ".csv"];

    public static bool IsKnown(string path) => s_known.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>A list of services for spreadsheets, of which only names, states and start types are known.</summary>
    public static bool IsList(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the baseline of a computer or a role lies in a folder.</summary>
    public static string In(string folder, string name) => Path.ChangeExtension(SnapshotFile.PathOf(folder, name), Yaml);

    public static ServiceBaseline ReadServiceBaseline(this PSCmdlet cmdlet, string path)
    {
        string full = cmdlet.ExistingFile(path, "ReferenceNotFound");
        try
        {
            return ServiceBaselineReader.Read(full);
        }
        catch (InvalidFileException e)
        {
            throw cmdlet.End(e, "ReferenceInvalid");
        }
    }

    /// <summary>A file, or all of a folder.</summary>
    public static IEnumerable<string> Expand(this PSCmdlet cmdlet, string path)
    {
        string full = cmdlet.FullPath(path);
        return Directory.Exists(full)
            ? Directory.EnumerateFiles(full).Where(IsKnown).OrderBy(f => f, StringComparer.OrdinalIgnoreCase)
            : [full];
    }
}
