using System;
using MedHardening.Cim.Probing;
using MedHardening.Fleet;
using MedHardening.Reports.Probing;

namespace MedHardening.PowerShell;

/// <summary>One step to a computer, as a row of a table. Words are in the language of the session.</summary>
public sealed class ConnectionStep
{
    internal ConnectionStep(ComputerProbe probe, ProbeStep step, DateTimeOffset now)
    {
        ComputerName = probe.Computer.Name;
        Step = step.Stage;
        Result = step.Outcome;
        Milliseconds = Math.Round(step.Duration.TotalMilliseconds);
        Reason = step.Reason;
        StepText = step.Stage.Word().ToString();
        ResultText = step.Outcome.Word().ToString();
        Finding = Printable.Of(step.Finding().ToString());
        Advice = ProbeAdvice.Of(probe, step, now) is { } advice ? Printable.Of(advice.ToString()) : null;
        Certificate = step.Stage == ProbeStage.Tls ? probe.Report.Certificate : null;
        ClockOffset = step.Stage == ProbeStage.Clock ? probe.Report.ClockOffset : null;
    }

    public string ComputerName { get; }

    public ProbeStage Step { get; }

    public ProbeOutcome Result { get; }

    public double Milliseconds { get; }

    /// <summary>Stable word; null when it went well.</summary>
    public string? Reason { get; }

    public string StepText { get; }

    public string ResultText { get; }

    public string Finding { get; }

    /// <summary>What to do; null when nothing is to be done.</summary>
    public string? Advice { get; }

    /// <summary>Of the step Tls: what the computer showed, accepted or not.</summary>
    public ServerCertificateFacts? Certificate { get; }

    /// <summary>Of the step Clock: the computer's clock less ours.</summary>
    public TimeSpan? ClockOffset { get; }

    /// <summary>Finding and advice, one below the other.</summary>
    public string Detail => Advice is null ? Finding : (Finding + "\n-> " + Advice).TrimStart('\n');
}
