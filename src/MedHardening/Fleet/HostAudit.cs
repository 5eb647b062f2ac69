using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checks;
using MedHardening.Cim;

namespace MedHardening.Fleet;

/// <summary>Measures one computer: asks what the checks want to know, and judges.</summary>
internal sealed class HostAudit
{
    // After so many questions without an answer the computer is left alone: each may have cost a whole time-out.
    private const int MaxTransportFaults = 2;

    private readonly HostVisit _visit;

    public HostAudit(HostVisit visit)
    {
        _visit = visit;
    }

    /// <summary>Exactly one outcome, whatever happens; only a cancellation throws.</summary>
    public async Task<(ComputerResult Computer, IReadOnlyList<CheckResult> Results)> RunAsync(
        LedgerComputer computer, StatusRequest request, IReadOnlyList<HostCheck> checks, CancellationToken cancel)
    {
        IReadOnlyList<CheckResult> results = [];
        ComputerResult result = await _visit.RunAsync(computer, async session =>
        {
            List<CheckResult> measured = await MeasureAsync(session, computer, request, checks, cancel).ConfigureAwait(false);
            results = measured;
            return Outcome(computer, measured);
        }, cancel).ConfigureAwait(false);
        return (result, results);
    }

    private static async Task<List<CheckResult>> MeasureAsync(
        ICimSession session, LedgerComputer computer, StatusRequest request, IReadOnlyList<HostCheck> checks, CancellationToken cancel)
    {
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
        return results;
    }

    private static ComputerResult Outcome(LedgerComputer computer, List<CheckResult> results)
    {
        // What only supports may leave open what no measurement can tell; a question without an answer it may not.
        CheckResult? open = results.Find(r => r.Verdict.NotMeasured
            && (r.Check.Bearing == Bearing.Refutes || Enum.TryParse(r.Verdict.Reason, out CimFaultKind _)));
        if (open is null)
            return new ComputerResult(computer, ComputerOutcome.Measured, null, null);
        string? detail = open.Deciding?.Source;
        return results.TrueForAll(r => r.Verdict.NotMeasured || r.Verdict.NotAllowed) && Enum.TryParse(open.Verdict.Reason, out CimFaultKind kind)
            ? HostVisit.Unmeasured(computer, new CimFault(kind, detail ?? ""))
            : new ComputerResult(computer, ComputerOutcome.PartlyMeasured, open.Verdict.Reason, detail);
    }

    private static bool IsTransport(CimFaultKind kind) =>
        kind is CimFaultKind.OperationTimedOut or CimFaultKind.ConnectionDropped or CimFaultKind.AuthenticationFailed
            or CimFaultKind.CredentialWithdrawn or CimFaultKind.NoTicket or CimFaultKind.NoServiceTicket
        || HostVisit.OutcomeOf(kind) == ComputerOutcome.Unreachable;
}
