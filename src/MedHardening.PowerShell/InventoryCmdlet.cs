using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Cim.Recording;
using MedHardening.Fleet;
using MedHardening.Services;

namespace MedHardening.PowerShell;

/// <summary>A cmdlet that takes service baselines of computers, or out of recordings of them.</summary>
public abstract class InventoryCmdlet : MeasuringCmdlet
{
    /// <summary>Folder to keep the raw answers in, one file a computer, readable by the user alone.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SaveSnapshot { get; set; }

    /// <summary>What to read; without it everything.</summary>
    [Parameter]
    public BaselineSection[] Include { get; set; } = [.. HostInventory.Everything];

    /// <summary>The baselines of the computers that could be measured, wholly or partly; the others are errors.</summary>
    private protected IReadOnlyList<ComputerInventory> Take()
    {
        EnsureTargets();
        SnapshotTransport? snapshots = Snapshot is null ? null : this.OpenSnapshots(Snapshot);
        IReadOnlyList<LedgerComputer> computers = Ledger is not null ? Selected(new StatusFiles(this).ReadLedger(Ledger))
            : ParameterSetName == ByLedger && snapshots is not null ? InRole(snapshots.Hosts)
            : Named;
        string? folder = SaveSnapshot is null ? null : this.PrepareSnapshots(SaveSnapshot);
        RecordingTransport transport = new(snapshots ?? OpenTransport(), folder);
        DateTime takenOn = JapanTime.Day(snapshots?.Period()?.Last ?? DateTimeOffset.UtcNow);
        InventoryRequest request = new(computers.Where(c => c.Role != Checklist.Roles.Network).ToArray(), Include, takenOn) { ThrottleLimit = ThrottleLimit };
        IReadOnlyList<ComputerInventory> taken = Run(new InventoryRun(transport, Targets()), request);
        foreach (KeyValuePair<string, Exception> failure in transport.Failures)
            WriteError(ErrorRecords.SnapshotNotWritten(failure.Key, failure.Value));
        return taken;
    }

    private IReadOnlyList<ComputerInventory> Run(InventoryRun run, InventoryRequest request)
    {
        RunProgress progress = new(this, new("サービスの基準を読み取っています", "Taking service baselines"));
        int unmeasured = 0;
        using PipelineThread pipeline = new();
        try
        {
            return pipeline.Run(
                () => run.RunAsync(request, (taken, done) => pipeline.Post(() => Show(taken, done), Stop.Token), Stop.Token), Stop);
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }

        void Show(ComputerInventory taken, int done)
        {
            unmeasured += taken.Baseline is null ? 1 : 0;
            progress.Tell(done, request.Computers.Count, unmeasured);
            if (taken.Computer.Outcome == ComputerOutcome.PartlyMeasured)
                WriteWarning(NotRead(taken.Baseline!).ToString());
            else if (taken.Baseline is null && taken.Computer.Reason != "NotContactable")
                WriteError(ErrorRecords.Unmeasured(taken.Computer));
        }
    }

    private static Text NotRead(ServiceBaseline baseline)
    {
        string list = string.Join(", ", baseline.NotRead.Select(r => r.Key + " (" + Reports.Reasons.Word(r.Value) + ")"));
        return new($"{baseline.Computer}: 読み取れなかったもの: {list}", $"{baseline.Computer}: could not be read: {list}");
    }
}
