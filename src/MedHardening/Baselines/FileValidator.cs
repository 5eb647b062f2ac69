using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Fleet;
using MedHardening.Services;

namespace MedHardening.Baselines;

/// <summary>Says what is wrong with any file that a person writes for us: baseline, facility record, checklist profile, ledger.</summary>
public static class FileValidator
{
    private static readonly string[] s_ledgers = [".csv", ".tsv", ".txt"];

    /// <summary>All faults, in the order of the file; none when it is fit for use. What the file is, its extension and its <c>schema:</c> say.</summary>
    public static IReadOnlyList<Fault> Validate(string path) => Validate([path])[0].Faults;

    /// <summary>
    /// The same for several files of one facility, which are also held against each other: computers that the record names must be in
    /// the ledger, roles of the ledger in the baseline. One result a file, in their order.
    /// </summary>
    public static IReadOnlyList<FileValidation> Validate(IReadOnlyList<string> paths)
    {
        FileValidation[] files = paths.Select(Read).ToArray();
        Baseline[] baselines = files.Select(f => f.Content).OfType<Baseline>().ToArray();
        var ledger = files.Select(f => f.Content).OfType<IReadOnlyList<LedgerComputer>>().SelectMany(l => l).ToArray();
        var cross = new CrossCheck(ledger, baselines.Length == 1 ? baselines[0] : null);
        return files.Select(f => Against(f, cross)).ToArray();
    }

    private static FileValidation Read(string path)
    {
        try
        {
            return new FileValidation(path, [], Content(path));
        }
        catch (InvalidFileException e)
        {
            return new FileValidation(path, e.Faults, null);
        }
    }

    private static object Content(string path)
    {
        if (s_ledgers.Any(l => path.EndsWith(l, StringComparison.OrdinalIgnoreCase)))
        {
            return LedgerReader.Read(path);
        }

        var faults = new FaultList(path);
        YamlMap root = YamlFile.Parse(FileBytes.Read(path, YamlFile.MostBytes, faults), faults);
        switch (YamlFile.SchemaOf(root, faults))
        {
            case YamlFile.BaselineSchema:
                return BaselineReader.Read(path);
            case YamlFile.FacilitySchema:
                FacilityReader.Read(path);
                return new RecordText(root, faults.Lines);
            case YamlFile.ServiceBaselineSchema:
                return ServiceBaselineReader.Read(path);
            default:
                return ProfileReader.Read(path);
        }
    }

    private static FileValidation Against(FileValidation file, CrossCheck cross)
    {
        FaultList faults = new(file.Path);
        try
        {
            if (file.Content is RecordText record)
            {
                faults.Lines = record.Lines;
                cross.OfRecord(record.Root, faults);
            }
            else if (file.Content is IReadOnlyList<LedgerComputer> computers)
            {
                cross.OfLedger(computers, faults);
            }

            faults.ThrowIfAny();
            return file;
        }
        catch (InvalidFileException e)
        {
            return file with { Faults = e.Faults };
        }
    }

    /// <summary>A facility record as it was written: what it names is held against the other files, and shown in its lines.</summary>
    private sealed record RecordText(YamlMap Root, IReadOnlyList<string> Lines);
}

/// <summary>What is wrong with one file; nothing when it is fit for use.</summary>
public sealed record FileValidation(string Path, IReadOnlyList<Fault> Faults)
{
    internal FileValidation(string path, IReadOnlyList<Fault> faults, object? content)
        : this(path, faults) => Content = content;

    public bool IsValid => Faults.Count == 0;

    internal object? Content { get; init; }
}
