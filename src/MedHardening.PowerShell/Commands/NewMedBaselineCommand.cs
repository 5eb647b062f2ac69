using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Baselines.Starter;
using MedHardening.Checklist;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Makes the files that a facility starts a year with: baseline, facility record with every row unanswered, ledger, and the schemas
/// for editors. Overwrites nothing.
/// </summary>
[Cmdlet(VerbsCommon.New, "MedBaseline", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class NewMedBaselineCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("hospital", "clinic", "pharmacy")]
    public string Kind { get; set; } = "";

    /// <summary>Folder for the files; made when it is not there.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>Folder of last year's files: answers and their days are cleared, documents and all else are kept.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? From { get; set; }

    protected override void EndProcessing()
    {
        var kind = (FacilityKind)Enum.Parse(typeof(FacilityKind), Kind, ignoreCase: true);
        string folder = this.FullPath(Path);
        string? lastYear = From is null ? null : this.FullPath(From);
        if (!ShouldProcess(folder, new Text("ひな形のファイルを作る", "Make the starter files").ToString()))
            return;
        WriteObject(Create(kind, folder, lastYear).Select(f => new FileInfo(f)), enumerateCollection: true);
    }

    private IReadOnlyList<string> Create(FacilityKind kind, string folder, string? lastYear)
    {
        try
        {
            return StarterFolder.Create(kind, folder, lastYear);
        }
        catch (InvalidFileException e)
        {
            throw this.End(e, "LastYearInvalid");
        }
        catch (StarterException e)
        {
            throw this.End(ErrorRecords.NoStarterFiles(e, folder));
        }
    }
}
