using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Domains;
using MedHardening.Fleet;
using MedHardening.Reports;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Measures the fleet and returns the rows of the official form; with <see cref="PerComputer"/>, each check of each computer as
/// soon as it is known. A computer that could not be measured is an error that does not end the run.
/// </summary>
[Cmdlet(VerbsCommon.Get, "MedChecklistStatus", DefaultParameterSetName = ByLedger)]
[OutputType(typeof(StatusRow), typeof(ComputerCheck))]
public sealed class GetMedChecklistStatusCommand : MeasuringCmdlet
{
    private RunProgress? _progress;
    private int _unmeasured;
    private int _partly;

    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Baseline { get; set; } = "";

    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Facility { get; set; }

    /// <summary>Numbers (2-9, 2-⑨) or keys of items; none is all.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ItemCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Item { get; set; } = [];

    [Parameter]
    public SwitchParameter PerComputer { get; set; }

    /// <summary>The day on which expiries are judged.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>Folder to keep the raw answers in, one file a computer, readable by the user alone.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SaveSnapshot { get; set; }

    /// <summary>Asks all that any check could want to know, so that <see cref="SaveSnapshot"/> serves other items and baselines too.</summary>
    [Parameter]
    public SwitchParameter CollectAll { get; set; }

    /// <summary>
    /// Reads what CIM cannot by commands in a remote shell, on computers that the ledger says may be written to: a temporary file is made and
    /// deleted at once.
    /// </summary>
    [Parameter]
    public SwitchParameter AllowRemoteShell { get; set; }

    /// <summary>DNS names of the directory domains to measure.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = [];

    /// <summary>Name of the domain controller to ask; without it one that answers for the domain's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Server { get; set; }

    /// <summary>File (PEM) with the certificate of the authority that issued the controllers' certificates.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LdapCaCertificate { get; set; }

    protected override void EndProcessing()
    {
        // An empty pipeline, or nothing but names that were refused: a form about no computer would mislead.
        if (NoneCame)
            return;
        EnsureTargets();
        if (Snapshot is not null && Domain.Length > 0)
            throw this.End(ErrorRecords.ParametersApart(nameof(Snapshot), nameof(Domain)));
        SnapshotTransport? snapshots = Snapshot is null ? null : this.OpenSnapshots(Snapshot);
        IReadOnlyList<LedgerComputer> named = ParameterSetName == ByLedger && snapshots is not null ? InRole(snapshots.Hosts) : Named;
        RecordedPeriod? recorded = snapshots?.Period();
        DateTime asOf = AsOf ?? JapanTime.Day(recorded?.Last ?? DateTimeOffset.UtcNow);
        StatusRequest request = new StatusFiles(this).Read(Baseline, Facility, Ledger, named, asOf);
        request = request with
        {
            Ledger = Ledger is null ? request.Ledger : Selected(request.Ledger),
            Items = Item.Select(i => KeyOf(i, request.Profile)).ToArray(),
            ThrottleLimit = ThrottleLimit,
            CollectAll = CollectAll,
            SkipsCertificateCheck = SkipCertificateCheck && snapshots is null,
            Recorded = recorded,
        };
        using AskedDomains domains = this.OpenDomains(
            Domain, Server, LdapCaCertificate, Credential, TimeSpan.FromSeconds(ConnectionTimeoutSec), TimeSpan.FromSeconds(OperationTimeoutSec));
        request = request with { Directories = Snapshot is null ? domains.Directories : DirectorySnapshots.Open(this.FullPath(Snapshot)) };
        string? folder = SaveSnapshot is null ? null : this.PrepareSnapshots(SaveSnapshot);
        RecordingTransport transport = new(snapshots ?? OpenTransport(), folder);
        ChecklistStatus status = Measure(request, transport);
        foreach (KeyValuePair<string, Exception> failure in transport.Failures.Concat(folder is null ? [] : domains.Save(folder)))
            WriteError(ErrorRecords.SnapshotNotWritten(failure.Key, failure.Value));
        foreach (Notice notice in status.Notices)
            WriteWarning(notice.Text.ToString());
        if (_partly > 0)
            WriteWarning(PartlyMeasured(_partly).ToString());
        CheckResult[] ofDomains = status.Results.Where(r => r.Subject.Kind == SubjectKind.Domain).ToArray();
        foreach (IGrouping<string, CheckResult> open in ofDomains.Where(r => r.Verdict.NotMeasured).GroupBy(r => r.Subject.Name))
            WriteWarning(open.Key + ": " + Reasons.Word(open.First().Verdict.Reason!) + " " + Reasons.Advice(open.First().Verdict.Reason!));
        if (PerComputer)
            WriteObject(ofDomains.Select(r => new ComputerCheck(r)), enumerateCollection: true);
        else
            WriteObject(status.Rows.Select(r => new StatusRow(r, status)), enumerateCollection: true);
    }

    private ChecklistStatus Measure(StatusRequest request, ICimTransport transport)
    {
        _progress = new RunProgress(this, new("チェックリストの状況を測定しています", "Measuring the state of the checklist"));
        Func<LedgerComputer, CimTarget> targets = Targets(AllowRemoteShell);
        using PipelineThread pipeline = new();
        StatusRun run = new(transport, computer =>
        {
            pipeline.Post(() => WriteVerbose(Asking(computer).ToString()), Stop.Token);
            return targets(computer);
        });
        try
        {
            return pipeline.Run(() => run.RunAsync(request, c => pipeline.Post(() => Show(c), Stop.Token), Stop.Token), Stop);
        }
        catch (InvalidFileException e)
        {
            throw this.End(e, "LedgerInvalid");
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Show(ComputerProgress progress)
    {
        ComputerResult computer = progress.Computer;
        // A computer that must not be contacted, or is not Windows, is as the ledger says, and no error.
        bool isUnmeasured = computer.Outcome is ComputerOutcome.Unreachable or ComputerOutcome.Denied or ComputerOutcome.Failed
            || computer is { Outcome: ComputerOutcome.NotAttempted, Computer.Handling: not Handling.NotContactable };
        _unmeasured += isUnmeasured ? 1 : 0;
        _partly += computer.Outcome == ComputerOutcome.PartlyMeasured ? 1 : 0;
        _progress!.Tell(progress.Done, progress.Total, _unmeasured);
        if (PerComputer)
            WriteObject(progress.Results.Select(r => new ComputerCheck(r)), enumerateCollection: true);
        if (isUnmeasured)
            WriteError(ErrorRecords.Unmeasured(computer));
    }

    private string KeyOf(string item, ChecklistProfile profile) =>
        (profile.Find(item) ?? throw this.End(ErrorRecords.UnknownItem(item, profile.Items.Select(i => ItemNumber.Typed(i.Number))))).Key;

    private static Text Asking(LedgerComputer computer)
    {
        string place = computer.Address == computer.Name ? computer.Name : computer.Name + " (" + computer.Address + ")";
        return new(place + " に接続します。", "Connecting to " + place + ".");
    }

    private static Text PartlyMeasured(int computers) => new(
        $"{computers} 台で、測定できない検査がありました。-PerComputer で確かめられます。",
        $"On {computers} computer(s) some checks could not be measured; -PerComputer shows which.");
}
