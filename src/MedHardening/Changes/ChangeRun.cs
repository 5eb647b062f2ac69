using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Fleet;

namespace MedHardening.Changes;

/// <summary>A run that changes computers: <see cref="PlanAsync"/> reads, somebody says yes, <see cref="ApplyAsync"/> writes.</summary>
/// <param name="target">How a computer is reached.</param>
public sealed class ChangeRun(ICimTransport transport, Func<LedgerComputer, CimTarget> target, HostPlanner planner, ChangeOptions options)
{
    /// <summary>Works out the changes of every computer. Writes nothing.</summary>
    /// <param name="onComputer">Called as each computer ends, on any thread, never two at a time.</param>
    /// <returns>One plan for each computer, in their order.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped; every worker has ended.</exception>
    public async Task<IReadOnlyList<HostPlan>> PlanAsync(
        IReadOnlyList<LedgerComputer> computers, Action<HostPlan> onComputer, CancellationToken cancel)
    {
        HostPlan[] plans = new HostPlan[computers.Count];
        object oneAtATime = new();
        await Workers.RunAsync(Enumerable.Range(0, computers.Count).ToArray(), options.ThrottleLimit, async i =>
        {
            HostPlan plan = await PlanOneAsync(computers[i], cancel).ConfigureAwait(false);
            plans[i] = plan;
            lock (oneAtATime)
                onComputer(plan);
        }, cancel).ConfigureAwait(false);
        return plans;
    }

    /// <summary>
    /// Makes the changes of the plans that somebody has said yes to. A computer that is begun is brought to its end, also after a stop;
    /// the others are refused then.
    /// </summary>
    /// <param name="onComputer">Called as each computer ends, on any thread, never two at a time.</param>
    public async Task<IReadOnlyList<HostChange>> ApplyAsync(
        IReadOnlyList<HostPlan> plans, Journal journal, Action<HostChange> onComputer, CancellationToken stop)
    {
        foreach (HostPlan plan in plans)
            journal.Planned(plan);
        HostApply apply = new(transport, planner, journal, options);
        List<HostChange> results = [];
        void End(HostChange result)
        {
            lock (results)
            {
                results.Add(result);
                onComputer(result);
            }
        }
        HostPlan[] first = plans.Take(options.Canary).ToArray();
        await BatchAsync(first, plan => apply.RunAsync(plan, target(plan.Computer)), End, stop).ConfigureAwait(false);
        bool isGood = results.TrueForAll(r => r.Outcome is ChangeOutcome.Verified or ChangeOutcome.NothingToDo);
        await BatchAsync(
            plans.Skip(first.Length).ToArray(),
            plan => isGood ? apply.RunAsync(plan, target(plan.Computer)) : Task.FromResult(NotBegun(plan, "CanaryFailed")),
            End,
            stop).ConfigureAwait(false);
        return results;
    }

    private async Task BatchAsync(HostPlan[] plans, Func<HostPlan, Task<HostChange>> work, Action<HostChange> onEnd, CancellationToken stop) =>
        await Workers.RunAsync(
            plans,
            options.ThrottleLimit,
            async plan => onEnd(stop.IsCancellationRequested ? NotBegun(plan, "NotBegun") : await work(plan).ConfigureAwait(false)),
            CancellationToken.None).ConfigureAwait(false);

    private static HostChange NotBegun(HostPlan plan, string reason) =>
        new(plan.Computer, ChangeOutcome.Refused, reason) { Changes = plan.Changes };

    private async Task<HostPlan> PlanOneAsync(LedgerComputer computer, CancellationToken cancel)
    {
        HostPlan Ended(ChangeOutcome outcome, string? reason = null, string? detail = null) =>
            new(computer, [], new HostChange(computer, outcome, reason, detail));
        try
        {
            LedgerGuard.EnsurePermitted(computer, options);
            using RecordingSession session = new(await transport.OpenAsync(target(computer), cancel).ConfigureAwait(false));
            (string name, string serial) = await LedgerGuard.EnsureIdentityAsync(session, computer, cancel).ConfigureAwait(false);
            Change[] changes = Once(await planner.PlanAsync(session, computer, cancel).ConfigureAwait(false));
            if (!options.Force && Lockout.Of(changes).FirstOrDefault() is { } dangerous)
                throw new ChangeRefusedException("WouldCutOff", dangerous.ToString());
            if (changes.Length > 0)
                return new HostPlan(computer, changes, null) { OwnName = name, OwnSerial = serial };
            // Written already, and yet not so: waiting for a restart, or decided elsewhere.
            string? shortfall = await planner.ShortfallAsync(session, computer, cancel).ConfigureAwait(false);
            return shortfall is null ? Ended(ChangeOutcome.NothingToDo) : Ended(ChangeOutcome.NotEffective, "StillNotAsWanted", shortfall);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            ChangeOutcome outcome = e is ChangeRefusedException ? ChangeOutcome.Refused : ChangeOutcome.Failed;
            return Ended(outcome, Failure.Reason(e), Failure.Detail(e));
        }
    }

    /// <summary>Each location once.</summary>
    /// <exception cref="ChangeRefusedException">Two changes want different things of one location.</exception>
    private static Change[] Once(IReadOnlyList<Change> changes) => changes
        .GroupBy(c => c.Location, StringComparer.OrdinalIgnoreCase)
        .Select(g => g.FirstOrDefault(c => c.New != g.First().New) is { } other
            ? throw new ChangeRefusedException("Contradicting", g.First() + " (" + g.First().Why + ") / " + other + " (" + other.Why + ")")
            : g.First())
        .ToArray();
}
