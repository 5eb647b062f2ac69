using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines;

/// <summary>Reads a year's official checklist: those that come with the engine, or a file of the same format.</summary>
public static class ProfileReader
{
    private const string Folder = "checklists/";
    private const string Extension = ".yaml";

    private static readonly System.Reflection.Assembly s_assembly = typeof(ProfileReader).Assembly;

    /// <summary>Ids of the checklists that come with the engine, the newest last.</summary>
    public static IReadOnlyList<string> Known { get; } = s_assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .Select(n => n.Substring(Folder.Length, n.Length - Folder.Length - Extension.Length))
        .OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)
        .ToArray();

    /// <summary>A checklist that comes with the engine.</summary>
    /// <exception cref="ArgumentException">There is none with that id.</exception>
    public static ChecklistProfile Load(string id)
    {
        if (!Known.Contains(id))
        {
            Text known = Suggestion.Of(id, Known.ToArray());
            throw new ArgumentException(new Text(
                $"チェックリスト「{id}」はありません。{known.Ja}", $"There is no checklist '{id}'. {known.En}").ToString(), nameof(id));
        }

        using Stream resource = s_assembly.GetManifestResourceStream(Folder + id + Extension)!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return Read(bytes.ToArray(), new FaultList(Folder + id + Extension));
    }

    /// <summary>The checklist that a baseline is written for: one of ours, or one in the folder <c>checklists/</c> beside it.</summary>
    /// <exception cref="InvalidFileException">The file beside it has mistakes.</exception>
    public static ChecklistProfile Load(Baseline baseline) => Load(baseline.ProfileId, baseline.Reference.Path);

    /// <param name="beside">Path of the file that names the checklist.</param>
    /// <exception cref="ArgumentException">There is none with that id.</exception>
    /// <exception cref="InvalidFileException">The file beside it has mistakes.</exception>
    public static ChecklistProfile Load(string id, string beside) =>
        Known.Contains(id) || !Has(id, beside) ? Load(id) : Read(PathOf(id, beside));

    /// <summary>Whether there is a checklist with that id: one of ours, or one in the folder <c>checklists/</c> beside the file that names it.</summary>
    public static bool Has(string id, string beside) =>
        Known.Contains(id) || (id.Length > 0 && id.All(c => c is '-' or (>= '0' and <= '9') or (>= 'a' and <= 'z')) && File.Exists(PathOf(id, beside)));

    private static string PathOf(string id, string beside) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(beside))!, Folder, id + Extension);

    /// <exception cref="InvalidFileException">Every mistake of the file, with line and column; also when it cannot be opened.</exception>
    public static ChecklistProfile Read(string path)
    {
        var faults = new FaultList(path);
        return Read(FileBytes.Read(path, YamlFile.MostBytes, faults), faults);
    }

    private static ChecklistProfile Read(byte[] bytes, FaultList faults)
    {
        YamlMap root = YamlFile.Parse(bytes, YamlFile.ProfileSchema, faults);
        var file = (ProfileFile)new Binder(faults).Record(root, typeof(ProfileFile));
        ProfileRules.Check(file, faults);
        faults.ThrowIfAny();
        return file.ToProfile();
    }
}
