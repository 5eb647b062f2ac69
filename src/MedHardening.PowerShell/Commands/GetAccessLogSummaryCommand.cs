using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.AccessLogs;
using MedHardening.Fleet;
using MedHardening.Reports;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Counts who signed in to the computers, from where and when, and tells bursts of failures, cleared logs and how long the Security log
/// lasts. A computer whose log cannot be read is an error that does not end the run.
/// </summary>
[Cmdlet(VerbsCommon.Get, "AccessLogSummary", DefaultParameterSetName = ByLedger)]
[OutputType(typeof(AccessLogSummary))]
public sealed class GetAccessLogSummaryCommand : TargetCmdlet
{
    private readonly List<AccessLogSummary> _summaries = new();

    /// <summary>From when; at most 62 days back. Without it seven days.</summary>
    [Parameter(Position = 1)]
    public DateTime? Since { get; set; }

    /// <summary>File to write the summaries to as well: .html or .csv. Readable by the user alone.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    protected override void EndProcessing()
    {
        if (NoneCame)
            return;
        EnsureTargets();
        IReadOnlyList<LedgerComputer> computers = Ledger is null
            ? Named
            : Selected(new StatusFiles(this).ReadLedger(Ledger)).Where(c => c.Role != Checklist.Roles.Network).ToArray();
        AccessLogRun run = new(OpenTransport(), Targets());
        DateTimeOffset since = Since is { } day ? new DateTimeOffset(day) : DateTimeOffset.Now.AddDays(-7);
        RunProgress progress = new(this, new("アクセスログを集計しています", "Summarising access logs"));
        int done = 0;
        int failed = 0;
        using PipelineThread pipeline = new();
        try
        {
            pipeline.Run(
                async () =>
                {
                    await run.RunAsync(computers, since, ThrottleLimit, r => pipeline.Post(() => Show(r), Stop.Token), Stop.Token).ConfigureAwait(false);
                    return true;
                },
                Stop);
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        Save();

        void Show(AccessLogResult result)
        {
            if (result.Summary is { } summary)
            {
                _summaries.Add(summary);
                WriteObject(summary);
            }
            else if (result.Computer.Outcome != ComputerOutcome.NotAttempted)
            {
                failed++;
                WriteError(ErrorRecords.Unmeasured(result.Computer));
            }
            progress.Tell(++done, computers.Count, failed);
        }
    }

    private void Save()
    {
        if (Path is null)
            return;
        try
        {
            AccessLogReports.Save(
                _summaries.OrderBy(s => s.ComputerName, StringComparer.OrdinalIgnoreCase).ToArray(),
                SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path),
                Languages.Current);
        }
        catch (ReportNotWrittenException e)
        {
            throw this.End(ErrorRecords.ReportNotWritable(e));
        }
    }
}
