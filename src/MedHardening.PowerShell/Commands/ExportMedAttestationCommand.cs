using System;
using System.IO;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Baselines.Sheets;

namespace MedHardening.PowerShell.Commands;

/// <summary>Writes the answers of a facility record, given or not, into a workbook (.xlsx) that people fill in.</summary>
[Cmdlet(VerbsData.Export, "MedAttestation", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportMedAttestationCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Facility { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Replaces a workbook that exists already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void EndProcessing()
    {
        string facility = this.ExistingFile(Facility, "FacilityNotFound");
        string path = this.FullPath(Path);
        if (File.Exists(path) && !Force)
            throw this.End(ErrorRecords.FileExists(path));
        if (!ShouldProcess(path, new Text("回答のシートを書き出す", "Write the sheet of answers").ToString()))
            return;
        try
        {
            AnswerFiles.Export(facility, path);
        }
        catch (InvalidFileException e)
        {
            throw this.End(e, "FacilityInvalid");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw this.End(ErrorRecords.FileNotWritable(path, e));
        }

        WriteObject(new FileInfo(path));
    }
}
