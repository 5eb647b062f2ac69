using System;
using System.IO;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Baselines.Sheets;
using MedHardening.Checklist;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Puts the answers of a filled-in workbook into a facility record, in place of those that were there. A workbook with a mistake
/// changes nothing; each mistake is an error that names its cell.
/// </summary>
[Cmdlet(VerbsData.Import, "MedAttestation", SupportsShouldProcess = true)]
[OutputType(typeof(Attestation))]
public sealed class ImportMedAttestationCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Facility { get; set; } = "";

    protected override void EndProcessing()
    {
        string path = this.ExistingFile(Path, "WorkbookNotFound");
        string facility = this.ExistingFile(Facility, "FacilityNotFound");
        if (!ShouldProcess(facility, new Text("回答を書き換える", "Replace the answers").ToString()))
            return;
        try
        {
            WriteObject(AnswerFiles.Import(path, facility), enumerateCollection: true);
        }
        catch (InvalidFileException e)
        {
            throw this.End(e, e.Faults[0].File == path ? "WorkbookInvalid" : "FacilityInvalid");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw this.End(ErrorRecords.FileNotWritable(facility, e));
        }
    }
}
