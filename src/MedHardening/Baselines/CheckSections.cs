using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checks;

namespace MedHardening.Baselines;

/// <summary>
/// The part of a baseline below <c>defaults:</c> or a role: check ids with settings, each held against the check's own
/// settings record, so that a new check needs no word here.
/// </summary>
internal sealed class CheckSections(FaultList faults)
{
    private readonly Binder _binder = new(faults);

    public static IReadOnlyDictionary<string, YamlMap> None { get; } = new Dictionary<string, YamlMap>();

    /// <summary>The sections by check id, unknown ones reported and left out.</summary>
    public IReadOnlyDictionary<string, YamlMap> Of(YamlMap map)
    {
        var sections = new Dictionary<string, YamlMap>(StringComparer.Ordinal);
        foreach (YamlEntry entry in map.Entries)
        {
            string id = entry.Key.Value;
            if (CheckCatalog.Find(id) is null)
            {
                string given = Printable.Quote(id);
                Text known = Suggestion.Of(given, CheckCatalog.All.Select(c => c.Id).ToArray());
                faults.Add(entry.Key.Place, new Text($"「{given}」という点検項目はありません。{known.Ja}", $"there is no check '{given}'. {known.En}"));
            }
            else if (entry.Value.IsNull)
            {
                sections.Add(id, new YamlMap(entry.Key.Place, []));
            }
            else if (_binder.Map(entry.Value) is { } section)
            {
                sections.Add(id, section);
            }
        }

        return sections;
    }

    /// <summary>Reports the mistakes of sections that every role may happen to override.</summary>
    public void Validate(IReadOnlyDictionary<string, YamlMap> sections)
    {
        foreach (KeyValuePair<string, YamlMap> section in sections)
        {
            Settings(CheckCatalog.Find(section.Key)!, section.Value);
            Reason(section.Value);
        }
    }

    /// <summary>A role: its own settings over the defaults, key by key.</summary>
    public BaselineRole Role(
        string name, string official, IReadOnlyDictionary<string, YamlMap> defaults, IReadOnlyDictionary<string, YamlMap> own)
    {
        var settings = new Dictionary<string, object>(StringComparer.Ordinal);
        var off = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string id in defaults.Keys.Union(own.Keys))
        {
            YamlMap section = Joined(id, defaults, own);
            settings[id] = Settings(CheckCatalog.Find(id)!, section);
            if (Reason(section) is { } reason)
            {
                off[id] = reason;
            }
        }

        return new BaselineRole(name, official, settings, off);
    }

    private static YamlMap Joined(
        string id, IReadOnlyDictionary<string, YamlMap> defaults, IReadOnlyDictionary<string, YamlMap> own) =>
        !own.TryGetValue(id, out YamlMap? mine) ? defaults[id]
        : defaults.TryGetValue(id, out YamlMap? all) ? mine.Over(all)
        : mine;

    private object Settings(Check check, YamlMap section)
    {
        object settings = _binder.Record(section.Where(e => !CheckSwitch.Keys.Contains(e.Key.Value)), check.SettingsType, CheckSwitch.Keys);
        if (settings is not IReferringSettings referring)
        {
            return settings;
        }

        try
        {
            return referring.Read(Path.GetDirectoryName(Path.GetFullPath(faults.File))!);
        }
        catch (InvalidFileException e)
        {
            Fault first = e.Faults[0];
            faults.Add(section.Place, new Text(
                $"参照しているファイルを使えません: {first.In(Language.Japanese)}", $"a file that it names cannot be used: {first.In(Language.English)}"));
            return settings;
        }
    }

    private string? Reason(YamlMap section)
    {
        var state = (CheckSwitch)_binder.Record(section.Where(e => CheckSwitch.Keys.Contains(e.Key.Value)), typeof(CheckSwitch));
        if (state.Off is null && state.Reason is not null)
        {
            faults.Add(state.Reason.Place, new Text(
                "「reason:」は「off: true」と一緒に書きます。", "'reason:' belongs to 'off: true'."));
        }

        if (state.Off is not { Value: true })
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(state.Reason?.Value))
        {
            faults.Add(state.Off.Place, new Text(
                "点検を止めるときは「reason:」に理由を書いてください。報告書に載ります。",
                "a check that is switched off needs a 'reason:'. It is printed in the report."));
        }

        return state.Reason?.Value;
    }

    private sealed record CheckSwitch
    {
        public static string[] Keys { get; } = ["off", "reason"];

        public Located<bool>? Off { get; init; }

        public Located<string>? Reason { get; init; }
    }
}
