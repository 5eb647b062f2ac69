using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.AccessLogs;

/// <summary>Summarises the Security logs of several computers, at most so many at a time.</summary>
public sealed class AccessLogRun
{
    private readonly ICimTransport _transport;
    private readonly Func<LedgerComputer, CimTarget> _target;

    public AccessLogRun(ICimTransport transport, Func<LedgerComputer, CimTarget> target)
    {
        _transport = transport;
        _target = target;
    }

    /// <param name="done">Told of every computer, in any order and on any thread.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task RunAsync(
        IReadOnlyList<LedgerComputer> computers, DateTimeOffset since, int throttleLimit, Action<AccessLogResult> done, CancellationToken cancel) =>
        Workers.RunAsync(computers, throttleLimit, async computer => done(await AskAsync(computer, since, cancel).ConfigureAwait(false)), cancel);

    private async Task<AccessLogResult> AskAsync(LedgerComputer computer, DateTimeOffset since, CancellationToken cancel)
    {
        if (computer.Handling == Handling.NotContactable)
            return Without(computer, ComputerOutcome.NotAttempted, "NotContactable", null);
        try
        {
            using ICimSession session = await _transport.OpenAsync(_target(computer), cancel).ConfigureAwait(false);
            HostIdentity identity = await HostIdentity.ReadAsync(session, cancel).ConfigureAwait(false);
            return identity.IsCalled(computer.Name)
                ? new AccessLogResult(
                    new ComputerResult(computer, ComputerOutcome.Measured, null, null),
                    await AccessLogReader.ReadAsync(session, computer.Name, since, cancel).ConfigureAwait(false))
                : Without(computer, ComputerOutcome.Failed, "WrongComputer", identity.Name);
        }
        catch (CimFault fault)
        {
            return Without(computer, ComputerOutcome.Failed, fault.Kind.ToString(), fault.Message);
        }
    }

    private static AccessLogResult Without(LedgerComputer computer, ComputerOutcome outcome, string reason, string? detail) =>
        new(new ComputerResult(computer, outcome, reason, detail), null);
}

/// <param name="Summary">Null when the computer could not be asked; <paramref name="Computer"/> says why.</param>
public sealed record AccessLogResult(ComputerResult Computer, AccessLogSummary? Summary);
