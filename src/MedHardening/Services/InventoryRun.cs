using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Fleet;

namespace MedHardening.Services;

/// <summary>Takes the baselines of a fleet. Asks only; secrets in command lines are taken out before anybody sees them.</summary>
public sealed class InventoryRun
{
    private readonly RecordingTransport _transport;
    private readonly Func<LedgerComputer, CimTarget> _target;

    /// <param name="target">How a computer is reached.</param>
    public InventoryRun(ICimTransport transport, Func<LedgerComputer, CimTarget> target)
    {
        _transport = transport as RecordingTransport ?? new RecordingTransport(transport);
        _target = target;
    }

    /// <returns>Every computer once, by name.</returns>
    /// <param name="onComputer">Called as each computer ends, on any thread, never two at a time, with the number of those done.</param>
    /// <exception cref="OperationCanceledException">The run was stopped; every worker has ended.</exception>
    public async Task<IReadOnlyList<ComputerInventory>> RunAsync(
        InventoryRequest request, Action<ComputerInventory, int> onComputer, CancellationToken cancel)
    {
        List<ComputerInventory> taken = new(request.Computers.Count);
        object oneAtATime = new();
        using SemaphoreSlim slots = new(request.ThrottleLimit);
        HostVisit visit = new(_transport, _target, slots);
        await Workers.RunAsync(request.Computers, request.ThrottleLimit, async computer =>
        {
            ServiceBaseline? baseline = null;
            ComputerResult result = await visit.RunAsync(computer, async session =>
            {
                baseline = await HostInventory.ReadAsync(session, request.Sections, request.TakenOn, cancel).ConfigureAwait(false);
                return baseline.NotRead.Count == 0
                    ? new ComputerResult(computer, ComputerOutcome.Measured, null, null)
                    : new ComputerResult(computer, ComputerOutcome.PartlyMeasured, baseline.NotRead.Values.First(), string.Join(", ", baseline.NotRead.Keys));
            }, cancel).ConfigureAwait(false);
            lock (oneAtATime)
            {
                taken.Add(new ComputerInventory(result, baseline));
                onComputer(taken[taken.Count - 1], taken.Count);
            }
        }, cancel).ConfigureAwait(false);
        return taken.OrderBy(t => t.Computer.Computer.Name, StringComparer.OrdinalIgnoreCase).ToArray();
    }
}

/// <summary>Whose baselines are taken, and what of them.</summary>
/// <param name="TakenOn">The day in Japan.</param>
public sealed record InventoryRequest(
    IReadOnlyList<LedgerComputer> Computers, IReadOnlyCollection<BaselineSection> Sections, DateTime TakenOn)
{
    /// <summary>How many computers are asked at a time.</summary>
    public int ThrottleLimit { get; init; } = 32;
}

/// <summary>What became of one computer; its baseline is null when it could not be measured.</summary>
public sealed record ComputerInventory(ComputerResult Computer, ServiceBaseline? Baseline);
