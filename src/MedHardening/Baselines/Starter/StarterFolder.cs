using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines.Starter;

/// <summary>
/// The files that a facility starts a year with: baseline, facility record with every row unanswered, ledger, and the schemas that
/// editors complete them by.
/// </summary>
public static class StarterFolder
{
    private const string Baseline = "baseline.yaml";
    private const string Facility = "facility.yaml";
    private const string Ledger = "ledger.csv";

    private static readonly string[] s_schemas = ["schema/baseline.schema.json", "schema/facility.schema.json"];

    /// <param name="kind">Hospital, clinic or pharmacy.</param>
    /// <param name="folder">Made when it is not there. Nothing in it is overwritten.</param>
    /// <param name="lastYear">Folder of last year's files to begin with; null for none.</param>
    /// <returns>The files that were written.</returns>
    /// <exception cref="InvalidFileException">Last year's record cannot be used.</exception>
    /// <exception cref="StarterException">A file is there already, or cannot be written; nothing was left behind.</exception>
    public static IReadOnlyList<string> Create(FacilityKind kind, string folder, string? lastYear)
    {
        List<(string Name, Func<Stream> Open)> files = Files(kind, lastYear).Select(f => (Path.Combine(folder, f.Name), f.Open)).ToList();
        if (files.Select(f => f.Name).FirstOrDefault(File.Exists) is { } there)
        {
            throw new StarterException(new Text(
                $"「{there}」は既にあります。上書きしません。別のフォルダーを指定してください。",
                $"'{there}' exists already and is not overwritten. Name another folder."));
        }

        List<string> written = [];
        try
        {
            foreach ((string name, Func<Stream> open) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(name)!);
                AtomicFile.Write(name, isPrivate: false, target =>
                {
                    using Stream source = open();
                    source.CopyTo(target);
                });
                written.Add(name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            written.ForEach(File.Delete);
            throw new StarterException(new Text(
                $"「{folder}」に書き込めません: {e.Message}", $"'{folder}' cannot be written: {e.Message}"));
        }

        return written;
    }

    private static IEnumerable<(string Name, Func<Stream> Open)> Files(FacilityKind kind, string? lastYear)
    {
        string profile = ProfileReader.Known[ProfileReader.Known.Count - 1];
        LastYear? from = lastYear is null ? null : new LastYear(Path.Combine(lastYear, Facility));
        byte[] record = from is null ? Unanswered(kind) : from.Cleared(profile);
        yield return (Facility, () => new MemoryStream(record));
        yield return Kept(from, Baseline, kind.ToString().ToLowerInvariant() + ".yaml");
        yield return Kept(from, Ledger, "ledger.example.csv");
        foreach (string document in from?.Documents() ?? [])
        {
            yield return (document, () => File.OpenRead(Path.Combine(from!.Folder, document)));
        }

        foreach (string schema in s_schemas)
        {
            yield return (schema, () => Resource(schema));
        }
    }

    private static (string Name, Func<Stream> Open) Kept(LastYear? from, string name, string resource)
    {
        string? old = from is null ? null : Path.Combine(from.Folder, name);
        return (name, old is not null && File.Exists(old) ? () => File.OpenRead(old) : () => Resource(resource));
    }

    private static byte[] Unanswered(FacilityKind kind)
    {
        const string Example = "facility.example.yaml";
        using Stream resource = Resource(Example);
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        var faults = new FaultList(Example);
        YamlMap root = YamlFile.Parse(bytes.ToArray(), YamlFile.FacilitySchema, faults);
        var edit = new YamlEdit(faults.Lines);
        edit.TryReplace((YamlScalar)((YamlMap)root["facility"]!)["kind"]!, FacilityWords.Of(kind));
        return new UTF8Encoding(false).GetBytes(edit.Text());
    }

    private static Stream Resource(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream("starter/" + name)!;
}

/// <summary>Starter files could not be made.</summary>
public sealed class StarterException(Text text) : Exception(text.ToString())
{
    public Text Text { get; } = text;
}
