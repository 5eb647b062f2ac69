using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Changes;

namespace MedHardening.PowerShell.Commands;

/// <summary>Lists the runs that changed computers, the newest first, and how far each got.</summary>
[Cmdlet(VerbsCommon.Get, "MedChange")]
[OutputType(typeof(ChangeRecord))]
public sealed class GetMedChangeCommand : PSCmdlet
{
    /// <summary>Journals to read; without it all of the folder.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Journal { get; set; } = [];

    /// <summary>Folder of the journals; without it the folder of the user's own in which they are kept.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    protected override void ProcessRecord()
    {
        List<InvalidFileException> faults = [];
        IEnumerable<JournalledRun> runs = Journal.Length > 0
            ? Journal.SelectMany(Read)
            : JournalReader.ReadAll(this.JournalFolder(JournalPath), faults.Add);
        foreach (JournalledRun run in runs)
            WriteObject(new ChangeRecord(run));
        foreach (InvalidFileException fault in faults)
            WriteError(ErrorRecords.JournalUnreadable(fault));
    }

    private IEnumerable<JournalledRun> Read(string path)
    {
        string full = this.ExistingFile(path, "JournalNotFound");
        try
        {
            return [JournalReader.Read(full)];
        }
        catch (InvalidFileException e)
        {
            WriteError(ErrorRecords.JournalUnreadable(e));
            return [];
        }
    }
}
