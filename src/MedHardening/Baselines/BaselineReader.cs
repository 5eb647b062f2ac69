using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines;

/// <summary>Reads a baseline: <c>schema: medhardening/baseline/1</c>, <c>defaults:</c> for every role, <c>roles:</c> that differ key by key.</summary>
public static class BaselineReader
{
    /// <exception cref="InvalidFileException">Every mistake of the file, with line and column; also when it cannot be opened.</exception>
    public static Baseline Read(string path)
    {
        var faults = new FaultList(path);
        byte[] bytes = FileBytes.Read(path, YamlFile.MostBytes, faults);
        YamlMap root = YamlFile.Parse(bytes, YamlFile.BaselineSchema, faults);
        var file = (BaselineFile)new Binder(faults).Record(root, typeof(BaselineFile));
        CheckProfile(file.Profile, path, faults);
        BaselineRole[] roles = new BaselineRoles(faults).Of(file.Defaults, file.Roles);
        faults.ThrowIfAny();
        return new Baseline(new BaselineReference(path, Sha256(bytes)), file.Name, file.Profile!.Value, roles);
    }

    private static void CheckProfile(Located<string>? profile, string path, FaultList faults)
    {
        if (profile is not null && !ProfileReader.Has(profile.Value, path))
        {
            string given = Printable.Quote(profile.Value);
            Text known = Suggestion.Of(given, ProfileReader.Known.ToArray());
            faults.Add(profile.Place, new Text(
                $"チェックリスト「{given}」はありません。{known.Ja}", $"there is no checklist '{given}'. {known.En}"));
        }
    }

    private static string Sha256(byte[] bytes) =>
        string.Concat(SHA256.HashData(bytes).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));

    private sealed record BaselineFile
    {
        public required string Schema { get; init; }

        public required string Name { get; init; }

        public required Located<string> Profile { get; init; }

        public YamlMap? Defaults { get; init; }

        public YamlMap? Roles { get; init; }
    }
}
