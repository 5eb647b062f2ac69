using System;
using System.IO;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Baselines.Sheets;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Makes a year's checklist (YAML) from the official workbook. Items that read like known ones get their keys, which the file's
/// comments ask the user to confirm; the others become rows that people answer.
/// </summary>
[Cmdlet(VerbsData.Import, "MedChecklist", SupportsShouldProcess = true)]
[OutputType(typeof(ImportedItem))]
public sealed class ImportMedChecklistCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The checklist to make: checklists/mhlw-r8.yaml beside the baseline that names it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>Year of 令和, where the workbook does not say it.</summary>
    [Parameter]
    [ValidateRange(1, 99)]
    public int? Reiwa { get; set; }

    protected override void EndProcessing()
    {
        string path = this.ExistingFile(Path, "WorkbookNotFound");
        string destination = this.FullPath(Destination);
        if (!ShouldProcess(destination, new Text("チェックリストを作る", "Make the checklist").ToString()))
            return;
        try
        {
            WriteObject(ChecklistImport.Run(path, destination, Reiwa), enumerateCollection: true);
        }
        catch (InvalidFileException e)
        {
            throw this.End(e, "WorkbookInvalid");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw this.End(ErrorRecords.FileNotWritable(destination, e));
        }
    }
}
