using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using Xunit;

namespace MedHardening.Tests.Changes;

public class FleetOfChangesTests
{
    [Fact]
    public async Task A_thousand_computers_are_written_to_once_for_each_change_and_told_one_by_one()
    {
        await using Ward ward = await Ward.OpenAsync(1000);
        ChangeRun run = ward.Run(WardPlanner.Everything);
        int planned = 0;
        IReadOnlyList<HostPlan> plans = await run.PlanAsync(ward.Ledger, _ => planned++, CancellationToken.None);
        Assert.Equal((1000, 0L), (planned, ward.Writes()));
        int told = 0;
        using Journal journal = Journal.Create(ward.Folder, JournalHeader.Now("test", null));
        IReadOnlyList<HostChange> results = await run.ApplyAsync(plans, journal, _ => told++, CancellationToken.None);
        Assert.Equal(1000, told);
        Assert.All(results, r => Assert.Equal(ChangeOutcome.Verified, r.Outcome));
        Assert.All(ward.Hosts, h => Assert.Equal(5, h.Writes.Count));
        Assert.Equal(1000, JournalReader.Read(journal.Path).Hosts.Count(h => h.Outcome == ChangeOutcome.Verified));
    }
}
