using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;

namespace MedHardening.Changes;

/// <summary>
/// Makes the changes of one computer: make sure that it is the one and that nothing has changed since the plan, journal, write,
/// and look at it again through a fresh session. What fails in the middle is taken back. Once begun it is not cancelled; every
/// request has its own time-out.
/// </summary>
internal sealed class HostApply(ICimTransport transport, HostPlanner planner, Journal journal, ChangeOptions options)
{
    /// <summary>Exactly one outcome, whatever happens.</summary>
    public async Task<HostChange> RunAsync(HostPlan plan, CimTarget target)
    {
        HostChange result;
        try
        {
            result = await WriteAsync(plan, target).ConfigureAwait(false) ?? await VerifyAsync(plan, target).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Before the first write: from then on whatever happens is taken back, and told by the result.
            ChangeOutcome outcome = e is ChangeRefusedException ? ChangeOutcome.Refused : ChangeOutcome.Failed;
            result = new HostChange(plan.Computer, outcome, Failure.Reason(e), Failure.Detail(e));
        }
        result = result with { Changes = plan.Changes };
        try
        {
            journal.Ended(result);
            return result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return result with { Reason = Failure.Reason(e), Detail = e.Message };
        }
    }

    /// <returns>Null when all is written.</returns>
    private async Task<HostChange?> WriteAsync(HostPlan plan, CimTarget target)
    {
        LedgerGuard.EnsurePermitted(plan.Computer, options);
        using ICimSession session = await transport.OpenAsync(target, CancellationToken.None).ConfigureAwait(false);
        await LedgerGuard.EnsureIdentityAsync(session, plan.Computer, CancellationToken.None).ConfigureAwait(false);
        IReadOnlyList<int> open = await OpenAsync(session, plan).ConfigureAwait(false);
        if (open.Count == 0)
            return new HostChange(plan.Computer, ChangeOutcome.NothingToDo);

        journal.Applying(plan.Computer.Name);
        for (int done = 0; done < open.Count; done++)
        {
            int i = open[done];
            try
            {
                await plan.Changes[i].ApplyAsync(session, CancellationToken.None).ConfigureAwait(false);
                journal.Applied(plan.Computer.Name, i);
            }
            catch (Exception e)
            {
                // Also a defect of ours, or a full disk: whatever it is, the computer is not left half changed.
                return await new HostRollback(transport, journal, options)
                    .RunAsync(plan, target, open.Take(done + 1).ToArray(), e).ConfigureAwait(false);
            }
        }
        return null;
    }

    /// <summary>The changes that are still to be made.</summary>
    /// <exception cref="ChangeRefusedException">Something is neither as the plan found it nor as wanted.</exception>
    private static async Task<IReadOnlyList<int>> OpenAsync(ICimSession session, HostPlan plan)
    {
        List<int> open = [];
        for (int i = 0; i < plan.Changes.Count; i++)
        {
            Change change = plan.Changes[i];
            string now = await change.ReadAsync(session, CancellationToken.None).ConfigureAwait(false);
            if (now == change.Old)
                open.Add(i);
            else if (now != change.New)
                throw new ChangeRefusedException("ChangedSince", change.Location + ": " + change.Old + " ≠ " + now);
        }
        return open;
    }

    private async Task<HostChange> VerifyAsync(HostPlan plan, CimTarget target)
    {
        HostChange Not(string reason, string detail) => new(plan.Computer, ChangeOutcome.NotEffective, reason, detail);
        try
        {
            using RecordingSession session = new(await transport.OpenAsync(target, CancellationToken.None).ConfigureAwait(false));
            await LedgerGuard.EnsureIdentityAsync(session, plan.Computer, CancellationToken.None).ConfigureAwait(false);
            foreach (Change change in plan.Changes)
            {
                string now = await change.ReadAsync(session, CancellationToken.None).ConfigureAwait(false);
                if (now != change.New)
                {
                    string? policy = await PolicyOrigin.FindAsync(session, change).ConfigureAwait(false);
                    return Not(policy is null ? "Overwritten" : "OverwrittenByPolicy", change.Location + ": " + now + " ≠ " + change.New + By(policy));
                }
            }
            foreach (Change change in plan.Changes)
            {
                if (await PolicyOrigin.FindAsync(session, change).ConfigureAwait(false) is { } policy)
                    return Not("PolicyWillOverwrite", change.Location + By(policy));
            }
            string? shortfall = plan.Changes.Any(c => c.Effect != ChangeEffect.AtOnce)
                ? null
                : await planner.ShortfallAsync(session, plan.Computer, CancellationToken.None).ConfigureAwait(false);
            return shortfall is null ? new HostChange(plan.Computer, ChangeOutcome.Verified) : Not("StillNotAsWanted", shortfall);
        }
        catch (Exception e)
        {
            return new HostChange(plan.Computer, ChangeOutcome.Applied, Failure.Reason(e), Failure.Detail(e));
        }
    }

    private static string By(string? policy) => policy is null ? "" : " (" + policy + ")";
}
