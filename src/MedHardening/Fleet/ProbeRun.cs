using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Probing;

namespace MedHardening.Fleet;

/// <summary>Probes several computers at a time.</summary>
/// <param name="target">How a computer is reached.</param>
public sealed class ProbeRun(IConnectionProbe probe, Func<LedgerComputer, CimTarget> target)
{
    /// <param name="query">Asked of each computer at the end; null for none.</param>
    /// <param name="limit">How many computers at a time.</param>
    /// <param name="onComputer">Called for each computer in the order of <paramref name="computers"/>, on any thread, never two at a time.</param>
    /// <exception cref="OperationCanceledException">The run was stopped; every worker has ended.</exception>
    public async Task RunAsync(
        IReadOnlyList<LedgerComputer> computers, CimQuery? query, int limit, Action<ComputerProbe> onComputer, CancellationToken cancel)
    {
        ComputerProbe?[] done = new ComputerProbe?[computers.Count];
        int[] places = new int[computers.Count];
        for (int i = 0; i < places.Length; i++)
            places[i] = i;
        object oneAtATime = new();
        int next = 0;
        await Workers.RunAsync(places, limit, async place =>
        {
            ComputerProbe result = new(computers[place], await ProbeAsync(computers[place], query, cancel).ConfigureAwait(false));
            lock (oneAtATime)
            {
                done[place] = result;
                for (; next < done.Length && done[next] is { } ready; next++)
                    onComputer(ready);
            }
        }, cancel).ConfigureAwait(false);
    }

    private async Task<ConnectionReport> ProbeAsync(LedgerComputer computer, CimQuery? query, CancellationToken cancel) =>
        computer.Handling == Handling.NotContactable
            ? new ConnectionReport(0, false, [new ProbeStep(
                ProbeStage.NameResolution, ProbeOutcome.Skipped, TimeSpan.Zero, ProbeReasons.NotContactable, "")])
            : await probe.ProbeAsync(target(computer), query, cancel).ConfigureAwait(false);
}
