using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using MedHardening.Cim.Probing;

namespace MedHardening.Cim.WsMan.Probing;

/// <summary>The steps of one computer, as they are taken.</summary>
internal sealed class StepLog
{
    private readonly List<ProbeStep> _steps = [];

    public IReadOnlyList<ProbeStep> Steps => _steps;

    /// <summary>Takes a step that fails with a fault; the result is whether it went well.</summary>
    /// <param name="take">Returns what it found.</param>
    /// <param name="absent">Faults that mean that there is nothing of the kind.</param>
    public async Task<bool> TakeAsync(ProbeStage stage, Func<Task<string>> take, Func<CimFault, string?>? absent = null)
    {
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            string detail = await take().ConfigureAwait(false);
            _steps.Add(new ProbeStep(stage, ProbeOutcome.Ok, clock.Elapsed, null, detail));
            return true;
        }
        catch (CimFault fault)
        {
            string? nothing = absent?.Invoke(fault);
            _steps.Add(new ProbeStep(
                stage,
                nothing is null ? ProbeOutcome.Failed : ProbeOutcome.NotPossible,
                clock.Elapsed,
                nothing ?? fault.Kind.ToString(),
                fault.Message));
            return false;
        }
    }

    public void Add(ProbeStage stage, ProbeOutcome outcome, string? reason, string detail) =>
        _steps.Add(new ProbeStep(stage, outcome, TimeSpan.Zero, reason, detail));

    /// <summary>Says of the steps that were not taken that they could not be.</summary>
    public void SkipRest(ProbeStage last)
    {
        for (ProbeStage stage = ProbeStage.NameResolution; stage <= last; stage++)
        {
            if (!_steps.Exists(s => s.Stage == stage))
                Add(stage, ProbeOutcome.Skipped, ProbeReasons.EarlierStep, "");
        }
        _steps.Sort((a, b) => a.Stage.CompareTo(b.Stage));
    }
}
