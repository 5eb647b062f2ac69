using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>Takes back what was written to a computer on which something failed, through a session of its own: the failed one may be dead.</summary>
internal sealed class HostRollback(ICimTransport transport, Journal journal, ChangeOptions options)
{
    /// <param name="attempted">The changes that may have been written; of the last one nobody knows.</param>
    public async Task<HostChange> RunAsync(HostPlan plan, CimTarget target, IReadOnlyList<int> attempted, Exception failure)
    {
        string reason = Failure.Reason(failure);
        string detail = plan.Changes[attempted[attempted.Count - 1]].Location + ": " + failure.Message;
        Note(() => journal.Failed(plan.Computer.Name, attempted[attempted.Count - 1], reason, failure.Message));
        HostChange Ended(ChangeOutcome outcome, IEnumerable<Change> left) =>
            new(plan.Computer, outcome, reason, detail) { Left = left.ToArray() };
        if (options.NoRollback)
            return Ended(ChangeOutcome.Failed, attempted.Select(i => plan.Changes[i]));

        HashSet<int> left = [.. attempted];
        for (int again = 0; ; again++)
        {
            try
            {
                using ICimSession session = await transport.OpenAsync(target, CancellationToken.None).ConfigureAwait(false);
                await LedgerGuard.EnsureIdentityAsync(session, plan.Computer, CancellationToken.None).ConfigureAwait(false);
                IReadOnlyList<Conflict> conflicts = await Restoring.RunAsync(session, plan.Changes, left.ToArray(), force: false, i =>
                {
                    left.Remove(i);
                    Note(() => journal.Undone(plan.Computer.Name, i));
                }, CancellationToken.None).ConfigureAwait(false);
                return Ended(conflicts.Count == 0 ? ChangeOutcome.RolledBack : ChangeOutcome.Failed, conflicts.Select(c => c.Change));
            }
            catch (Exception e)
            {
                TimeSpan? wait = IsLost(e) ? options.Reconnecting.Before(again) : null;
                detail += " / " + e.Message;
                if (wait is null)
                    return Ended(ChangeOutcome.Failed, left.OrderBy(i => i).Select(i => plan.Changes[i]));
                await options.Reconnecting.Wait(wait.Value, CancellationToken.None).ConfigureAwait(false);
            }
        }

        // Taking back matters more than the record of it: what was taken back is found so by the next reader, too.
        void Note(Action write)
        {
            try
            {
                write();
            }
            catch (Exception e) when (e is System.IO.IOException or UnauthorizedAccessException)
            {
                reason = Failure.Reason(e);
                detail += " / " + e.Message;
            }
        }
    }

    private static bool IsLost(Exception e) => e is CimFault
    {
        Kind: CimFaultKind.ConnectionRefused or CimFaultKind.ConnectTimedOut or CimFaultKind.ConnectionFailed or CimFaultKind.ConnectionDropped
            or CimFaultKind.OperationTimedOut or CimFaultKind.Busy or CimFaultKind.NameNotResolved or CimFaultKind.NotWsMan,
    };
}
