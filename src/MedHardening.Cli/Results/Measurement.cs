using System;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cli.Screen;
using MedHardening.Fleet;

namespace MedHardening.Cli.Results;

/// <summary>A run over the fleet, watched from a terminal.</summary>
internal sealed class Measurement(Terminal terminal, Language language)
{
    /// <summary>The way to the computers: the network, or a folder of snapshots.</summary>
    public ICimTransport Transport { get; init; } = Transports.WsMan()!;

    /// <summary>Writes the results of each computer as it ends.</summary>
    public bool PerComputer { get; init; }

    public async Task<ChecklistStatus> RunAsync(
        StatusRequest request, Func<LedgerComputer, CimTarget> target, CancellationToken cancel)
    {
        ProgressLine progress = new(terminal, language);
        ComputerLines lines = new(request.Profile, terminal, language);
        StatusRun run = new(Transport, target);
        try
        {
            return await run.RunAsync(request, computer =>
            {
                progress.Clear();
                if (PerComputer)
                    lines.Write(computer);
                progress.Show(computer.Done, computer.Total, computer.Computer.Computer.Name);
            }, cancel);
        }
        finally
        {
            progress.Clear();
        }
    }
}
