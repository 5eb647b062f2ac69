using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cim.Probing;
using MedHardening.Fleet;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Finds out why a computer does not answer: each step from its name to the rights of the account, and what to do. With
/// <see cref="Query"/> the instances that it finds, and an error for each step that did not go well.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "MedConnection", DefaultParameterSetName = ByLedger)]
[OutputType(typeof(ConnectionStep), typeof(PSObject))]
public sealed class TestMedConnectionCommand : TargetCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "PSComputerName", "Name", "DNSHostName")]
    [ValidateNotNullOrEmpty]
    public override string[] ComputerName { get; set; } = [];

    /// <summary>CIM namespace of <see cref="Query"/>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Namespace { get; set; } = "root/cimv2";

    /// <summary>WQL, or the name of a class; asked at the end. Any WS-Management service answers, not only Windows.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Query { get; set; }

    protected override void EndProcessing()
    {
        if (NoneCame)
            return;
        EnsureTargets();
        if (ParameterSetName == BySession || Transport is not (null or CimTransport.Wsman))
            throw this.End(ErrorRecords.ProbeIsWsMan(ParameterSetName == BySession ? nameof(CimSession) : nameof(Transport)));
        IConnectionProbe probe = Transports.Probe() ?? throw this.End(ErrorRecords.ProbeUnavailable());
        IReadOnlyList<LedgerComputer> computers = Ledger is null
            ? Named
            : Selected(new StatusFiles(this).ReadLedger(Ledger)).Where(c => c.Role != Roles.Network).ToArray();
        CimQuery? query = Query is null ? null : CimQuery.Of(Namespace, Query);
        ProbeRun run = new(probe, Targets());
        using PipelineThread pipeline = new();
        try
        {
            pipeline.Run(
                async () =>
                {
                    await run.RunAsync(computers, query, ThrottleLimit, done => pipeline.Post(() => Show(done), Stop.Token), Stop.Token)
                        .ConfigureAwait(false);
                    return true;
                },
                Stop);
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Show(ComputerProbe probe)
    {
        IEnumerable<ConnectionStep> steps = probe.Report.Steps.Select(s => new ConnectionStep(probe, s, DateTimeOffset.UtcNow));
        if (Query is null)
        {
            WriteObject(steps, enumerateCollection: true);
            return;
        }
        foreach (ConnectionStep step in steps.Where(s => s.Result == ProbeOutcome.Failed))
            WriteError(ErrorRecords.Unreached(step));
        WriteObject(probe.Report.Rows.Select(r => InstanceObject.Of(r, probe.Computer.Name)), enumerateCollection: true);
    }
}
