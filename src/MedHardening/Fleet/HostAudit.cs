using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checks;
using MedHardening.Cim;

namespace MedHardening.Fleet;

/// <summary>Measures one computer: connect, make sure that it is the right one, ask what the checks want to know.</summary>
internal sealed class HostAudit
{
    // After so many questions without an answer the computer is left alone: each may have cost a whole time-out.
    private const int MaxTransportFaults = 2;

    private readonly ICimTransport _transport;
    private readonly Func<LedgerComputer, CimTarget> _target;
    private readonly SemaphoreSlim _slots;

    /// <param name="slots">
    /// How many computers may be talked to at a time. Taken only after the connection stands, so that computers that are
    /// off do not hold up those that answer.
    /// </param>
    public HostAudit(ICimTransport transport, Func<LedgerComputer, CimTarget> target, SemaphoreSlim slots)
    {
        _transport = transport;
        _target = target;
        _slots = slots;
    }

    /// <summary>Exactly one outcome, whatever happens; only a cancellation throws.</summary>
    public async Task<(ComputerResult Computer, IReadOnlyList<CheckResult> Results)> RunAsync(
        LedgerComputer computer, StatusRequest request, IReadOnlyList<HostCheck> checks, CancellationToken cancel)
    {
        if (computer.Handling == Handling.NotContactable)
            return (new ComputerResult(computer, ComputerOutcome.NotAttempted, "NotContactable", null), []);
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            using ICimSession session = await _transport.OpenAsync(_target(computer), cancel).ConfigureAwait(false);
            await _slots.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                (ComputerResult result, IReadOnlyList<CheckResult> results) =
                    await MeasureAsync(session, computer, request, checks, cancel).ConfigureAwait(false);
                return (result with { Duration = clock.Elapsed, Authentication = session.Authentication() }, results);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (CimFault fault)
        {
            return (Unmeasured(computer, fault) with { Duration = clock.Elapsed }, []);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // A defect of ours on one computer must neither end the run nor look like a measurement.
            return (new ComputerResult(computer, ComputerOutcome.Failed, "InternalError", e.GetType().Name + ": " + e.Message), []);
        }
    }

    private static async Task<(ComputerResult Computer, IReadOnlyList<CheckResult> Results)> MeasureAsync(
        ICimSession session, LedgerComputer computer, StatusRequest request, IReadOnlyList<HostCheck> checks, CancellationToken cancel)
    {
        HostIdentity identity;
        try
        {
            identity = await HostIdentity.ReadAsync(session, cancel).ConfigureAwait(false);
        }
        catch (CimFault fault) when (fault.Kind is CimFaultKind.ClassNotFound or CimFaultKind.NamespaceNotFound)
        {
            return (new ComputerResult(computer, ComputerOutcome.NotWindows, fault.Kind.ToString(), fault.Message), []);
        }
        if (!identity.IsCalled(computer.Name))
        {
            return (new ComputerResult(computer, ComputerOutcome.Failed, "WrongComputer", identity.Name) { Identity = identity }, []);
        }

        BaselineRole role = request.Baseline.Role(computer.Role)!;
        HostView view = new(session, request.AsOf) { Guideline = request.Profile.GuidelineVersion };
        List<CheckResult> results = new();
        CimFault? gaveUp = null;
        int transportFaults = 0;
        bool IsDemanded(HostCheck check) => request.Demands(check, role);
        // What is only collected comes last: its failures must not use up the patience with the host.
        foreach (HostCheck check in checks.OrderByDescending(IsDemanded).TakeWhile(c => request.CollectAll || IsDemanded(c)))
        {
            Verdict verdict;
            try
            {
                verdict = gaveUp is not null
                    ? Verdict.Unknown(gaveUp)
                    : await check.EvaluateAsync(view, role.SettingsOf(check), cancel).ConfigureAwait(false);
            }
            catch (CimFault fault)
            {
                verdict = Verdict.Unknown(fault);
                if (IsTransport(fault.Kind) && ++transportFaults == MaxTransportFaults)
                    gaveUp = fault;
            }
            if (IsDemanded(check))
                results.Add(new CheckResult(Subject.Computer(computer.Name), check, verdict));
        }
        return (Outcome(computer, results) with { Identity = identity }, results);
    }

    private static ComputerResult Outcome(LedgerComputer computer, List<CheckResult> results)
    {
        CheckResult? open = results.Find(r => r.Verdict.NotMeasured);
        if (open is null)
            return new ComputerResult(computer, ComputerOutcome.Measured, null, null);
        string? detail = open.Deciding?.Source;
        return results.TrueForAll(r => r.Verdict.NotMeasured || r.Verdict.NotAllowed) && Enum.TryParse(open.Verdict.Reason, out CimFaultKind kind)
            ? Unmeasured(computer, new CimFault(kind, detail ?? ""))
            : new ComputerResult(computer, ComputerOutcome.PartlyMeasured, open.Verdict.Reason, detail);
    }

    private static ComputerResult Unmeasured(LedgerComputer computer, CimFault fault) =>
        new(computer, OutcomeOf(fault.Kind), fault.Kind.ToString(), fault.Message);

    private static ComputerOutcome OutcomeOf(CimFaultKind kind) => kind switch
    {
        CimFaultKind.NameNotResolved or CimFaultKind.ConnectionRefused or CimFaultKind.ConnectTimedOut
            or CimFaultKind.ConnectionFailed => ComputerOutcome.Unreachable,
        CimFaultKind.AuthenticationFailed or CimFaultKind.CredentialWithdrawn or CimFaultKind.NoTicket or CimFaultKind.NoServiceTicket
            or CimFaultKind.AccessDenied => ComputerOutcome.Denied,
        CimFaultKind.NotRecorded => ComputerOutcome.NotAttempted,
        _ => ComputerOutcome.Failed,
    };

    private static bool IsTransport(CimFaultKind kind) =>
        kind is CimFaultKind.OperationTimedOut or CimFaultKind.ConnectionDropped or CimFaultKind.AuthenticationFailed
            or CimFaultKind.CredentialWithdrawn or CimFaultKind.NoTicket or CimFaultKind.NoServiceTicket
        || OutcomeOf(kind) == ComputerOutcome.Unreachable;
}
