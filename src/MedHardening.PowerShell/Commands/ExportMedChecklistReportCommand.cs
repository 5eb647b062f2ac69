using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MedHardening.Checklist;
using MedHardening.Reports;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Writes a run into files; the ending of each path decides the format. A report is always about the whole run, whichever of
/// its rows come down the pipeline.
/// </summary>
[Cmdlet(VerbsData.Export, "MedChecklistReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportMedChecklistReportCommand : PSCmdlet
{
    private readonly HashSet<string> _rows = new();
    private IReadOnlyList<string> _paths = [];
    private ChecklistStatus? _status;

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public StatusRow[] InputObject { get; set; } = [];

    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Language of the report's own words. The official wording is Japanese in either.</summary>
    [Parameter]
    public Language Language { get; set; } = Language.Japanese;

    /// <summary>Replaces reports that exist already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Looks at every path before the first row comes: nobody waits for a run whose report has no place.</summary>
    protected override void BeginProcessing()
    {
        _paths = Path.Select(p => this.FullPath(p)).Distinct().ToArray();
        foreach (string path in _paths)
        {
            if (ReportFormats.ForPath(path) is null)
                throw this.End(ErrorRecords.ReportFormatUnknown(path));
            if (!Directory.Exists(System.IO.Path.GetDirectoryName(path)))
                throw this.End(ErrorRecords.FileNotFound(System.IO.Path.GetDirectoryName(path), "ReportFolderNotFound"));
            if (File.Exists(path) && !Force)
                throw this.End(ErrorRecords.ReportExists(path));
        }
    }

    protected override void ProcessRecord()
    {
        foreach (StatusRow row in InputObject)
        {
            if (_status is not null && !ReferenceEquals(_status, row.Status))
                throw this.End(ErrorRecords.SeveralRuns());
            _status = row.Status;
            _rows.Add(row.Row);
        }
    }

    protected override void EndProcessing()
    {
        if (_status is null)
        {
            WriteError(ErrorRecords.NothingToReport());
            return;
        }
        if (_rows.Count < _status.Rows.Count)
            WriteWarning(WholeRun(_status.Rows.Count).ToString());
        foreach (string path in _paths)
            Save(_status, path);
    }

    private void Save(ChecklistStatus status, string path)
    {
        if (!ShouldProcess(path, new Text("報告書を書き出す", "Write the report").ToString()))
            return;
        try
        {
            ReportFile.Save(status, path, Language);
        }
        catch (ReportNotWrittenException e)
        {
            WriteError(ErrorRecords.ReportNotWritable(e));
            return;
        }
        if (PassThru)
            WriteObject(new FileInfo(path));
    }

    private static Text WholeRun(int rows) => new(
        $"報告書には、渡された行だけでなく測定全体（{rows} 行）を書きます。",
        $"The report is about the whole run ({rows} rows), not only the rows that were given.");
}
