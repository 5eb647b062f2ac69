using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.Baselines.Yaml;

namespace MedHardening.Baselines.Starter;

/// <summary>
/// Last year's facility record as the beginning of this year's: answers and their days are cleared, what the facility has (people,
/// vendors, documents, plans) is kept.
/// </summary>
internal sealed class LastYear
{
    private static readonly string[] s_cleared = ["answer", "confirmedOn", "targetDate"];

    private readonly YamlMap _root;
    private readonly FaultList _faults;

    /// <exception cref="InvalidFileException">It is not a facility record.</exception>
    public LastYear(string path)
    {
        _faults = new FaultList(path);
        _root = YamlFile.Parse(FileBytes.Read(path, YamlFile.MostBytes, _faults), YamlFile.FacilitySchema, _faults);
        Folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
    }

    public string Folder { get; }

    /// <summary>The paths of the documents that it names and that are there, relative to <see cref="Folder"/>.</summary>
    public IReadOnlyList<string> Documents() => Maps(_root)
        .Select(m => m["path"]).OfType<YamlScalar>().Where(s => !s.IsNull)
        .Select(s => s.Value.Replace('\\', '/'))
        .Where(p => !Path.IsPathRooted(p) && !p.Contains(':') && !p.Split('/').Contains(".."))
        .Where(p => File.Exists(Path.Combine(Folder, p)))
        .Distinct().ToArray();

    /// <param name="profile">Id of this year's checklist.</param>
    /// <exception cref="InvalidFileException">An answer is written in a way that only a person can clear.</exception>
    public byte[] Cleared(string profile)
    {
        var edit = new YamlEdit(_faults.Lines);
        IEnumerable<YamlNode?> cleared = _root["attestations"] is YamlList rows
            ? rows.Items.SelectMany(Maps).SelectMany(map => s_cleared.Select(key => map[key]))
            : [];
        foreach (YamlNode node in cleared.Append(_root["operatesMedicalSystem"]).OfType<YamlNode>())
        {
            Replace(edit, node, "");
        }

        if (_root["profile"] is { } year)
        {
            Replace(edit, year, profile);
        }

        _faults.ThrowIfAny();
        return new UTF8Encoding(false).GetBytes(edit.Text());
    }

    private void Replace(YamlEdit edit, YamlNode node, string instead)
    {
        if (node is not YamlScalar scalar || !edit.TryReplace(scalar, instead))
        {
            _faults.Add(node.Place, new Text(
                "この値は自動では消せません。一行の普通の書き方に直してください。", "this value cannot be cleared automatically. Write it plainly, on one line."));
        }
    }

    private static IEnumerable<YamlMap> Maps(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.SelectMany(e => Maps(e.Value)).Prepend(map),
        YamlList list => list.Items.SelectMany(Maps),
        _ => [],
    };
}
