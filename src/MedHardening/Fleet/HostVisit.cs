using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Fleet;

/// <summary>One visit to one computer: connect, make sure that it is the one that the ledger means, ask, and say what became of it.</summary>
internal sealed class HostVisit
{
    private readonly ICimTransport _transport;
    private readonly Func<LedgerComputer, CimTarget> _target;
    private readonly SemaphoreSlim _slots;

    /// <param name="slots">
    /// How many computers may be talked to at a time. Taken only after the connection stands, so that computers that are
    /// off do not hold up those that answer.
    /// </param>
    public HostVisit(ICimTransport transport, Func<LedgerComputer, CimTarget> target, SemaphoreSlim slots)
    {
        _transport = transport;
        _target = target;
        _slots = slots;
    }

    /// <summary>Exactly one outcome, whatever happens; only a cancellation throws.</summary>
    /// <param name="ask">Called when the right computer answers; a fault that it throws becomes the outcome.</param>
    public async Task<ComputerResult> RunAsync(
        LedgerComputer computer, Func<ICimSession, Task<ComputerResult>> ask, CancellationToken cancel)
    {
        if (computer.Handling == Handling.NotContactable)
            return new ComputerResult(computer, ComputerOutcome.NotAttempted, "NotContactable", null);
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            using ICimSession session = await _transport.OpenAsync(_target(computer), cancel).ConfigureAwait(false);
            await _slots.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                ComputerResult result = await MeetAsync(session, computer, ask, cancel).ConfigureAwait(false);
                return result with { Duration = clock.Elapsed, Authentication = session.Authentication() };
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (CimFault fault)
        {
            return Unmeasured(computer, fault) with { Duration = clock.Elapsed };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // A defect of ours on one computer must neither end the run nor look like a measurement.
            return new ComputerResult(computer, ComputerOutcome.Failed, "InternalError", e.GetType().Name + ": " + e.Message);
        }
    }

    private static async Task<ComputerResult> MeetAsync(
        ICimSession session, LedgerComputer computer, Func<ICimSession, Task<ComputerResult>> ask, CancellationToken cancel)
    {
        HostIdentity identity;
        try
        {
            identity = await HostIdentity.ReadAsync(session, cancel).ConfigureAwait(false);
        }
        catch (CimFault fault) when (fault.Kind is CimFaultKind.ClassNotFound or CimFaultKind.NamespaceNotFound)
        {
            return new ComputerResult(computer, ComputerOutcome.NotWindows, fault.Kind.ToString(), fault.Message);
        }
        ComputerResult result = identity.IsCalled(computer.Name)
            ? await ask(session).ConfigureAwait(false)
            : new ComputerResult(computer, ComputerOutcome.Failed, "WrongComputer", identity.Name);
        return result with { Identity = identity };
    }

    /// <summary>What a fault that ended the visit makes of the computer.</summary>
    public static ComputerResult Unmeasured(LedgerComputer computer, CimFault fault) =>
        new(computer, OutcomeOf(fault.Kind), fault.Kind.ToString(), fault.Message);

    public static ComputerOutcome OutcomeOf(CimFaultKind kind) => kind switch
    {
        CimFaultKind.NameNotResolved or CimFaultKind.ConnectionRefused or CimFaultKind.ConnectTimedOut
            or CimFaultKind.ConnectionFailed => ComputerOutcome.Unreachable,
        CimFaultKind.AuthenticationFailed or CimFaultKind.CredentialWithdrawn or CimFaultKind.NoTicket or CimFaultKind.NoServiceTicket
            or CimFaultKind.AccessDenied => ComputerOutcome.Denied,
        CimFaultKind.NotRecorded => ComputerOutcome.NotAttempted,
        _ => ComputerOutcome.Failed,
    };
}
