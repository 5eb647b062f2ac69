using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Changes;

/// <summary>Wants exactly what a plan file says, and refuses a computer that is no longer as the plan found it.</summary>
/// <param name="wanted">Who made the plan, to judge afterwards whether it did what it should.</param>
public sealed class PlannedChanges(IReadOnlyList<JournalledHost> plan, HostPlanner wanted) : HostPlanner
{
    private readonly Dictionary<string, JournalledHost> _plan = plan.ToDictionary(h => h.Computer.Name, StringComparer.OrdinalIgnoreCase);

    public override async Task<IReadOnlyList<Change>> PlanAsync(ICimSession session, LedgerComputer computer, CancellationToken cancel)
    {
        if (!_plan.TryGetValue(computer.Name, out JournalledHost? host))
            return [];
        (string name, string serial) = await LedgerGuard.EnsureIdentityAsync(session, computer, cancel).ConfigureAwait(false);
        if (!string.Equals(name, host.OwnName, StringComparison.OrdinalIgnoreCase))
            throw new ChangeRefusedException("WrongComputer", name);
        if (serial != host.OwnSerial)
            throw new ChangeRefusedException("WrongSerial", serial);
        List<string> differences = [];
        List<Change> open = [];
        foreach (Change change in host.Changes)
        {
            string now = await change.ReadAsync(session, cancel).ConfigureAwait(false);
            if (now == change.Old)
                open.Add(change);
            else if (now != change.New)
                differences.Add(change.Location + ": " + change.Old + " ≠ " + now);
        }
        return differences.Count == 0 ? open : throw new ChangeRefusedException("ChangedSince", string.Join(" / ", differences));
    }

    public override Task<string?> ShortfallAsync(ICimSession session, LedgerComputer computer, CancellationToken cancel) =>
        wanted.ShortfallAsync(session, computer, cancel);
}
