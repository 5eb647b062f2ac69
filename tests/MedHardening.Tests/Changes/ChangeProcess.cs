using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Tests.Changes;

/// <summary>A run that changes in a process of its own, so that it can be killed: the entry point of the test assembly.</summary>
internal static class ChangeProcess
{
    public static Process Start(Ward ward)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [typeof(ChangeProcess).Assembly.Location, ward.Folder, ward.Port.ToString(CultureInfo.InvariantCulture)];
        foreach (string argument in arguments.Concat(ward.Ledger.SelectMany(c => new[] { c.Name, c.Address })))
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<int> Main(string[] arguments)
    {
        int port = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        LedgerComputer[] ledger = arguments.Skip(2).Chunk(2)
            .Select((pair, i) => new LedgerComputer(pair[0], pair[1], "client", Handling.Writable, i + 2)).ToArray();
        CimTarget TargetOf(LedgerComputer computer) => Ward.Target(computer.Name, computer.Address, port);
        ChangeRun run = new(Ward.Transport(), TargetOf, WardPlanner.Everything, new ChangeOptions { ThrottleLimit = 8 });
        IReadOnlyList<HostPlan> plans = await run.PlanAsync(ledger, _ => { }, CancellationToken.None);
        using Journal journal = Journal.Create(arguments[0], JournalHeader.Now("killed", null));
        IReadOnlyList<HostChange> results = await run.ApplyAsync(plans, journal, _ => { }, CancellationToken.None);
        return results.All(r => r.Outcome == ChangeOutcome.Verified) ? 0 : 1;
    }
}
