using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>What takes back one change at present would do.</summary>
public enum Restoration
{
    /// <summary>It is as it was before: nothing is written.</summary>
    NotNeeded,

    /// <summary>It is as we wrote it: the old state is written.</summary>
    Restores,

    /// <summary>It is neither: somebody else has changed it since.</summary>
    Conflict,
}

/// <summary>Takes changes back, in the same way after a failure in the middle, after a crash, and on request.</summary>
internal static class Restoring
{
    public static Restoration Of(Change change, string now) =>
        now == change.Old ? Restoration.NotNeeded : now == change.New ? Restoration.Restores : Restoration.Conflict;

    /// <summary>Takes back what is still as we wrote it, the last change first. A key with things of others in it is kept.</summary>
    /// <param name="indexes">Which of the changes may have been written.</param>
    /// <param name="force">Also what somebody else has changed since.</param>
    /// <param name="onUndone">Told of each change that is no longer in force.</param>
    /// <returns>What is not as before.</returns>
    /// <exception cref="CimFault">The host no longer does what it is asked.</exception>
    public static async Task<IReadOnlyList<Conflict>> RunAsync(
        ICimSession session, IReadOnlyList<Change> changes, IEnumerable<int> indexes, bool force, System.Action<int> onUndone, CancellationToken cancel)
    {
        List<Conflict> conflicts = [];
        foreach (int i in indexes.OrderByDescending(i => i))
        {
            Change change = changes[i];
            string now = await change.ReadAsync(session, cancel).ConfigureAwait(false);
            Restoration restoration = Of(change, now);
            if (restoration == Restoration.Restores || (restoration == Restoration.Conflict && force))
            {
                await change.RevertAsync(session, cancel).ConfigureAwait(false);
                now = await change.ReadAsync(session, cancel).ConfigureAwait(false);
            }
            if (now != change.Old && !(change is RegistryKeyChange && restoration == Restoration.Restores))
                conflicts.Add(new Conflict(change, now));
            else
                onUndone(i);
        }
        conflicts.Reverse();
        return conflicts;
    }
}

/// <summary>A change that was not taken back, with the state that was found.</summary>
internal sealed record Conflict(Change Change, string Now)
{
    public override string ToString() => Change.Location + ": " + Now + " (≠ " + Change.New + ")";
}
