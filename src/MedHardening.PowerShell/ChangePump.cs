using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Fleet;

namespace MedHardening.PowerShell;

/// <summary>Runs the steps of a run that changes on other threads, and shows on the pipeline's thread what becomes of each computer.</summary>
internal sealed class ChangePump(Cmdlet cmdlet, CancellationTokenSource stop)
{
    public IReadOnlyList<HostPlan> Plan(ChangeRun run, IReadOnlyList<LedgerComputer> computers) => Reading(
        (tell, cancel) => run.PlanAsync(computers, plan => tell(plan.Ended?.Outcome), cancel),
        computers.Count,
        new("変更を計画しています（読み取りのみ）", "Planning the changes (reading only)"));

    public IReadOnlyList<UndoPlan> Plan(UndoRun run, IReadOnlyList<JournalledHost> hosts) => Reading(
        (tell, cancel) => run.PlanAsync(hosts, plan => tell(plan.Ended?.Outcome), cancel),
        hosts.Count,
        new("今の状態を確かめています（読み取りのみ）", "Looking at the present state (reading only)"));

    public void Apply(ChangeRun run, IReadOnlyList<HostPlan> plans, Journal journal) => Writing(
        onComputer => run.ApplyAsync(plans, journal, onComputer, stop.Token), plans.Count, journal, new("変更しています", "Making the changes"));

    public void Apply(UndoRun run, IReadOnlyList<JournalledHost> hosts, Journal journal) => Writing(
        async onComputer =>
        {
            await run.ApplyAsync(hosts, journal, onComputer, stop.Token).ConfigureAwait(false);
            return [];
        },
        hosts.Count,
        journal,
        new("元に戻しています", "Taking the changes back"));

    /// <summary>To be called on the pipeline's thread.</summary>
    public void Show(HostChange result, Journal? journal)
    {
        cmdlet.WriteObject(new ComputerChange(result, journal?.Path));
        // That the ledger does not permit changes, or an exception was approved, is as it should be, and no error.
        bool isError = result.Outcome is ChangeOutcome.Failed or ChangeOutcome.RolledBack or ChangeOutcome.NotEffective or ChangeOutcome.Conflict
            || result is { Outcome: ChangeOutcome.Refused, Reason: not ("NotWritable" or "NotContactable" or "Excepted") };
        if (isError)
            cmdlet.WriteError(ErrorRecords.NotChanged(result));
    }

    private T Reading<T>(Func<Action<ChangeOutcome?>, CancellationToken, Task<T>> work, int total, Text activity)
    {
        Counting counting = new(cmdlet, activity, total);
        using PipelineThread pipeline = new();
        try
        {
            return pipeline.Run(
                () => work(outcome => pipeline.Post(() => counting.Tell(outcome), stop.Token), stop.Token), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Writing(Func<Action<HostChange>, Task<IReadOnlyList<HostChange>>> work, int total, Journal journal, Text activity)
    {
        Counting counting = new(cmdlet, activity, total);
        using PipelineThread pipeline = new();
        pipeline.Run(() => work(result => Tell(pipeline, () =>
        {
            counting.Tell(result.Outcome);
            Show(result, journal);
        })), stop);
    }

    private void Tell(PipelineThread pipeline, Action action)
    {
        try
        {
            pipeline.Post(action, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C: nobody listens any more. The computer is brought to its end, and the journal has it.
        }
    }

    private sealed class Counting(Cmdlet cmdlet, Text activity, int total)
    {
        private readonly RunProgress _progress = new(cmdlet, activity, new("問題あり", "with problems"));
        private int _done;
        private int _bad;

        public void Tell(ChangeOutcome? outcome)
        {
            _done++;
            _bad += outcome is null or ChangeOutcome.Verified or ChangeOutcome.Undone or ChangeOutcome.NothingToDo ? 0 : 1;
            _progress.Tell(_done, total, _bad);
        }
    }
}
