using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
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
        if (NoneCame)
            return;
        string path = this.FullPath(Path);
        ExportDestination destination = ExportDestination.Of(path) ?? throw this.End(ErrorRecords.BaselineFormatUnknown(path));
        if (destination.IsFile && IsKept(path))
            throw this.End(ErrorRecords.BaselineExists(path));
        ComputerInventory[] taken = Take().Where(t => t.Baseline is not null).ToArray();
        foreach (ComputerInventory one in taken)
            WriteSuspicious(one.Baseline!);
        if (ProgramList is not null && taken.Length > 0)
            Save(this.FullPath(ProgramList), list => ServiceListWriter.SavePrograms(taken.Select(t => t.Baseline!), list));
        IReadOnlyList<KeyValuePair<string, ServiceBaseline>> files = destination.Files(taken, Merge);
        if (destination.IsFile && files.Count > 1)
            throw this.End(ErrorRecords.SeveralBaselines(path, files.Count));
        foreach (KeyValuePair<string, ServiceBaseline> file in files)
        {
            if (IsKept(file.Key))
                WriteError(ErrorRecords.BaselineExists(file.Key));
            else
                Save(file.Key, to => ExportDestination.Save(file.Value, to, Update));
        }
    }

    private bool IsKept(string path) => File.Exists(path) && !Update && !Force;

    private void Save(string path, Action<string> save)
    {
        if (!ShouldProcess(path, new Text("サービスの基準を書き出す", "Write the service baseline").ToString()))
            return;
        try
        {
            save(path);
        }
        catch (InvalidFileException e)
        {
            throw this.End(e, "ReferenceInvalid");
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
