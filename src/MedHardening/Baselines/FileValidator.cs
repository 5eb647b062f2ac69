using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Services;

namespace MedHardening.Baselines;

/// <summary>Says what is wrong with any file that a person writes for us: baseline, facility record, checklist profile, ledger.</summary>
public static class FileValidator
{
    private static readonly string[] s_ledgers = [".csv", ".tsv", ".txt"];

    /// <summary>All faults, in the order of the file; none when it is fit for use. What the file is, its extension and its <c>schema:</c> say.</summary>
    public static IReadOnlyList<Fault> Validate(string path)
    {
        try
        {
            Read(path);
            return [];
        }
        catch (InvalidFileException e)
        {
            return e.Faults;
        }
    }

    private static object Read(string path)
    {
        if (s_ledgers.Any(l => path.EndsWith(l, StringComparison.OrdinalIgnoreCase)))
        {
            return LedgerReader.Read(path);
        }

        var faults = new FaultList(path);
        YamlMap root = YamlFile.Parse(FileBytes.Read(path, YamlFile.MostBytes, faults), faults);
        return YamlFile.SchemaOf(root, faults) switch
        {
            YamlFile.BaselineSchema => BaselineReader.Read(path),
            YamlFile.FacilitySchema => FacilityReader.Read(path),
            YamlFile.ServiceBaselineSchema => ServiceBaselineReader.Read(path),
            _ => ProfileReader.Read(path),
        };
    }
}
