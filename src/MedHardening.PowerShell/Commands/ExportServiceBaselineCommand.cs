using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MedHardening.Services;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Takes the service baselines of computers: services, programs, listening ports, tasks, autoruns, features and updates. Into a folder
/// one file a computer, or a role with <see cref="Merge"/>; into a file those of one computer, or of all merged.
/// </summary>
[Cmdlet(VerbsData.Export, "ServiceBaseline", DefaultParameterSetName = ByLedger, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportServiceBaselineCommand : InventoryCmdlet
{
    /// <summary>A file that ends in .yaml, in .csv for a list of services as Get-Service prints it, or a folder.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>One baseline for all computers of a role: what all have, what some have, and how many.</summary>
    [Parameter]
    public SwitchParameter Merge { get; set; }

    /// <summary>Takes the decisions (approved, reason, by, on) and the patterns of the file that is there.</summary>
    [Parameter]
    public SwitchParameter Update { get; set; }

    /// <summary>Also writes the programs of all computers into one list (CSV).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ProgramList { get; set; }

    /// <summary>Replaces files that exist already, with the decisions in them.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void EndProcessing()
    {
        // An empty pipeline, or nothing but names that were refused.
        if (ParameterSetName == ByName && Named.Count == 0)
            return;
        string path = this.FullPath(Path);
        bool isFile = System.IO.Path.HasExtension(path) && !Directory.Exists(path);
        if (isFile && !ServiceBaselineFiles.IsKnown(path))
            throw this.End(ErrorRecords.BaselineFormatUnknown(path));
        if (isFile && File.Exists(path) && !Update && !Force)
            throw this.End(ErrorRecords.BaselineExists(path));
        ComputerInventory[] taken = Take().Where(t => t.Baseline is not null).ToArray();
        if (taken.Length == 0)
            return;
        foreach (ComputerInventory one in taken)
            WriteSuspicious(one.Baseline!);
        if (ProgramList is not null)
            Save(this.FullPath(ProgramList), list => ServiceListWriter.SavePrograms(taken.Select(t => t.Baseline!), list));
        IReadOnlyList<KeyValuePair<string, ServiceBaseline>> baselines = Baselines(taken, mergeAll: isFile);
        if (isFile && baselines.Count > 1)
            throw this.End(ErrorRecords.SeveralBaselines(path, baselines.Count));
        foreach (KeyValuePair<string, ServiceBaseline> baseline in baselines)
            Export(baseline.Value, isFile ? path : ServiceBaselineFiles.In(path, baseline.Key));
    }

    // With a folder one for each role, with a file one for all.
    private IReadOnlyList<KeyValuePair<string, ServiceBaseline>> Baselines(ComputerInventory[] taken, bool mergeAll) => Merge
        ? taken.GroupBy(t => mergeAll ? "" : t.Computer.Computer.Role, StringComparer.OrdinalIgnoreCase)
            .Select(g => (Role: g.First().Computer.Computer.Role, Of: g.Select(t => t.Baseline!).ToArray()))
            .Select(g => new KeyValuePair<string, ServiceBaseline>(g.Role, ServiceBaselineMerge.Of(g.Role, g.Of)))
            .ToArray()
        : taken.Select(t => new KeyValuePair<string, ServiceBaseline>(t.Baseline!.Computer!, t.Baseline)).ToArray();

    private void Export(ServiceBaseline baseline, string path)
    {
        if (File.Exists(path) && !Update && !Force)
        {
            WriteError(ErrorRecords.BaselineExists(path));
            return;
        }
        if (Update && File.Exists(path))
            baseline = Decisions.Carry(this.ReadServiceBaseline(path), baseline);
        Save(path, ServiceBaselineFiles.IsList(path)
            ? list => ServiceListWriter.SaveServices(baseline, list)
            : file => ServiceBaselineWriter.Save(baseline, file));
    }

    private void Save(string path, Action<string> save)
    {
        if (!ShouldProcess(path, new Text("サービスの基準を書き出す", "Write the service baseline").ToString()))
            return;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            save(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.BaselineNotWritable(path, e));
            return;
        }
        if (PassThru)
            WriteObject(new FileInfo(path));
    }

    // Who takes a baseline from a computer that is not clean makes the unwanted the norm.
    private void WriteSuspicious(ServiceBaseline baseline)
    {
        foreach (KeyValuePair<string, IReadOnlyList<SuspiciousMark>> entry in SuspiciousEntries.Of(baseline))
        {
            string ja = string.Join("、", entry.Value.Select(m => DifferenceWords.Word(m).Ja));
            string en = string.Join("; ", entry.Value.Select(m => DifferenceWords.Word(m).En));
            string name = Printable.Of(entry.Key);
            WriteWarning(new Text($"{baseline.Computer}: {name}: {ja}。基準にする前に確かめてください。", $"{baseline.Computer}: {name}: {en}. Look at it before you make this the norm.").ToString());
        }
    }
}
