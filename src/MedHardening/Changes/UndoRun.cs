using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Fleet;

namespace MedHardening.Changes;

/// <summary>
/// Takes a journalled run back, whole or in part, also one that died in the middle or whose taking back did. What is there
/// decides, not how far the journal got: what is as we wrote it becomes what it was; what is as it was stays; anything else
/// is a conflict and stays unless <see cref="ChangeOptions.Force"/> is given.
/// </summary>
/// <param name="target">How a computer is reached.</param>
public sealed class UndoRun(ICimTransport transport, Func<LedgerComputer, CimTarget> target, ChangeOptions options)
{
    /// <summary>Reads what taking back would do. Writes nothing.</summary>
    /// <param name="onComputer">Called as each computer ends, on any thread, never two at a time.</param>
    /// <exception cref="OperationCanceledException">The run was stopped; every worker has ended.</exception>
    public async Task<IReadOnlyList<UndoPlan>> PlanAsync(
        IReadOnlyList<JournalledHost> hosts, Action<UndoPlan> onComputer, CancellationToken cancel)
    {
        UndoPlan[] plans = new UndoPlan[hosts.Count];
        object oneAtATime = new();
        await Workers.RunAsync(Enumerable.Range(0, hosts.Count).ToArray(), options.ThrottleLimit, async i =>
        {
            plans[i] = await PlanOneAsync(hosts[i], cancel).ConfigureAwait(false);
            lock (oneAtATime)
                onComputer(plans[i]);
        }, cancel).ConfigureAwait(false);
        return plans;
    }

    /// <summary>Takes back. A computer that is begun is brought to its end, also after a stop; the others are refused then.</summary>
    /// <param name="journal">The journal of the run, which goes on with its taking back.</param>
    /// <param name="onComputer">Called as each computer ends, on any thread, never two at a time.</param>
    public async Task ApplyAsync(IReadOnlyList<JournalledHost> hosts, Journal journal, Action<HostChange> onComputer, CancellationToken stop)
    {
        object oneAtATime = new();
        await Workers.RunAsync(hosts, options.ThrottleLimit, async host =>
        {
            HostChange result = stop.IsCancellationRequested
                ? new HostChange(host.Computer, ChangeOutcome.Refused, "NotBegun") { Changes = host.Changes, Left = host.Changes }
                : await UndoOneAsync(host, journal).ConfigureAwait(false);
            lock (oneAtATime)
                onComputer(result);
        }, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<UndoPlan> PlanOneAsync(JournalledHost host, CancellationToken cancel)
    {
        try
        {
            EnsurePermitted(host.Computer);
            using RecordingSession session = new(await transport.OpenAsync(target(host.Computer), cancel).ConfigureAwait(false));
            await EnsureSameAsync(session, host, cancel).ConfigureAwait(false);
            List<(Change, Restoration, string)> steps = [];
            foreach (Change change in host.Changes.Reverse())
            {
                string now = await change.ReadAsync(session, cancel).ConfigureAwait(false);
                steps.Add((change, Restoring.Of(change, now), now));
            }
            return new UndoPlan(host, steps, null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return new UndoPlan(host, [], Failed(host, e));
        }
    }

    private async Task<HostChange> UndoOneAsync(JournalledHost host, Journal journal)
    {
        HostChange result;
        try
        {
            EnsurePermitted(host.Computer);
            using ICimSession session = await transport.OpenAsync(target(host.Computer), CancellationToken.None).ConfigureAwait(false);
            await EnsureSameAsync(session, host, CancellationToken.None).ConfigureAwait(false);
            journal.Undoing(host.Computer.Name);
            IReadOnlyList<Conflict> conflicts = await Restoring.RunAsync(
                session,
                host.Changes,
                Enumerable.Range(0, host.Changes.Count),
                options.Force,
                i => journal.Undone(host.Computer.Name, i),
                CancellationToken.None).ConfigureAwait(false);
            result = conflicts.Count == 0
                ? new HostChange(host.Computer, ChangeOutcome.Undone)
                : new HostChange(host.Computer, ChangeOutcome.Conflict, "ChangedSince", string.Join(" / ", conflicts))
                {
                    Left = conflicts.Select(c => c.Change).ToArray(),
                };
            journal.Ended(result);
        }
        catch (Exception e)
        {
            // The journal still says that it is to be taken back: the next try goes on from what it finds.
            result = Failed(host, e);
        }
        return result with { Changes = host.Changes };
    }

    private static HostChange Failed(JournalledHost host, Exception e) => new(
        host.Computer, e is ChangeRefusedException ? ChangeOutcome.Refused : ChangeOutcome.Failed, Failure.Reason(e), Failure.Detail(e))
    {
        Changes = host.Changes,
        Left = host.Changes,
    };

    // Without a ledger the journal stands for it: the computer might be changed when it was.
    private void EnsurePermitted(LedgerComputer computer)
    {
        if (computer.Line > 0)
            LedgerGuard.EnsurePermitted(computer, options);
    }

    // The computer must be the one that was changed, whatever answers at its address by now.
    private static async Task EnsureSameAsync(ICimSession session, JournalledHost host, CancellationToken cancel)
    {
        (string name, string serial) = await LedgerGuard.EnsureIdentityAsync(session, host.Computer, cancel).ConfigureAwait(false);
        if (!string.Equals(name, host.OwnName, StringComparison.OrdinalIgnoreCase))
            throw new ChangeRefusedException("WrongComputer", name);
        if (serial != host.OwnSerial)
            throw new ChangeRefusedException("WrongSerial", serial);
    }
}

/// <summary>What taking back would do to one computer.</summary>
/// <param name="Steps">Each change, the last one first, with what would be done and the state that it has now.</param>
/// <param name="Ended">Why it cannot be taken back now; null when it can.</param>
public sealed record UndoPlan(JournalledHost Host, IReadOnlyList<(Change Change, Restoration Restoration, string Now)> Steps, HostChange? Ended);
