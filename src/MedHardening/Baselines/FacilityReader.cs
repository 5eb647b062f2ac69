using System.IO;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines;

/// <summary>Reads a facility record, <c>schema: medhardening/facility/1</c>: who we are and what people have answered.</summary>
public static class FacilityReader
{
    /// <summary>A record for the checklist that it names, for the newest when it names none.</summary>
    /// <exception cref="InvalidFileException">Every mistake of the file, with line and column; also when it cannot be opened.</exception>
    public static FacilityRecord Read(string path) => Read(path, ProfileOf(path));

    /// <summary>The checklist that a record names, the newest when it names none.</summary>
    /// <exception cref="InvalidFileException">The file is no facility record.</exception>
    internal static ChecklistProfile ProfileOf(string path)
    {
        var faults = new FaultList(path);
        YamlMap root = YamlFile.Parse(FileBytes.Read(path, YamlFile.MostBytes, faults), YamlFile.FacilitySchema, faults);
        return ProfileReader.Load(ProfileOf(root, path), path);
    }

    /// <param name="profile">The checklist whose rows and items the record names.</param>
    /// <exception cref="InvalidFileException">Every mistake of the file, with line and column; also when it cannot be opened.</exception>
    public static FacilityRecord Read(string path, ChecklistProfile profile)
    {
        var faults = new FaultList(path);
        YamlMap root = YamlFile.Parse(FileBytes.Read(path, YamlFile.MostBytes, faults), YamlFile.FacilitySchema, faults);
        return Read(root, profile, faults) with { Folder = Path.GetDirectoryName(Path.GetFullPath(path)) };
    }

    internal static FacilityRecord Read(YamlMap root, ChecklistProfile profile, FaultList faults)
    {
        var rules = new RecordRules(profile, faults);
        var file = (FacilityFile)new Binder(faults, rules.Check).Record(root, typeof(FacilityFile));
        CheckProfile(file, profile, faults);
        FacilityRecord record = new FacilityRules(profile, faults).Record(file) with { ProtectedServices = file.ProtectedServices ?? [] };
        faults.ThrowIfAny();
        return record;
    }

    // Item numbers change from year to year: 2-9 of another year is another question.
    private static void CheckProfile(FacilityFile file, ChecklistProfile profile, FaultList faults)
    {
        if (file.Profile is { } named && named.Value != profile.Id)
        {
            string given = Printable.Quote(named.Value);
            faults.Add(named.Place, new Text(
                $"この記録は「{given}」のものですが、「{profile.Id}」として読まれています。チェックリストの年度を確かめてください。",
                $"this record is for '{given}' and is being read for '{profile.Id}'. Check the year of the checklist."));
        }
    }

    // A record that names no checklist, or none of ours, is held against the newest; naming a wrong one is then a fault.
    private static string ProfileOf(YamlMap root, string path) =>
        root["profile"] is YamlScalar { Value: string named } && ProfileReader.Has(named, path)
            ? named
            : ProfileReader.Known[ProfileReader.Known.Count - 1];
}
