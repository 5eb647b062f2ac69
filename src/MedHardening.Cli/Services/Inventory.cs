using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Cli.Connections;
using MedHardening.Cli.Screen;
using MedHardening.Cli.Status;
using MedHardening.Fleet;
using MedHardening.Reports;
using MedHardening.Services;

namespace MedHardening.Cli.Services;

/// <summary>Takes baselines, watched from a terminal; says on the error stream what could not be read.</summary>
internal sealed class Inventory(Terminal terminal, Language language)
{
    /// <summary>Whether something was not measured, or not wholly, or a recording not written.</summary>
    public bool IsIncomplete { get; private set; }

    public async Task<IReadOnlyList<ComputerInventory>> TakeAsync(
        InventoryArguments arguments, IReadOnlyList<BaselineSection> sections, CancellationToken cancel)
    {
        Targets.EnsureFound(arguments.Connection.Tls);
        SnapshotTransport? snapshots = arguments.Snapshot is { } folder ? SnapshotFolders.Open(folder) : null;
        IReadOnlyList<LedgerComputer> computers = arguments.Ledger is { } ledger
            ? LedgerReader.Read(ledger).Where(c => c.Role != Roles.Network).ToArray()
            : (arguments.Computers.Count > 0 ? arguments.Computers : snapshots!.Hosts).Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(n => new LedgerComputer(n, n, arguments.Role, Handling.ReadOnly, 0)).ToArray();
        if (arguments.SaveSnapshots is not null)
            SnapshotFolders.Prepare(arguments.SaveSnapshots);
        using Account account = await new PasswordPrompt(arguments.Connection.PasswordStdin, terminal, language)
            .AccountAsync(arguments.Connection, cancel);
        RecordingTransport transport = new((ICimTransport?)snapshots ?? Transports.WsMan()!, arguments.SaveSnapshots);
        InventoryRequest request = new(computers, sections, JapanTime.Day(snapshots?.Period()?.Last ?? DateTimeOffset.UtcNow))
        {
            ThrottleLimit = arguments.Connection.ThrottleLimit,
        };
        IReadOnlyList<ComputerInventory> taken = await RunAsync(new InventoryRun(transport, Targets.Of(arguments.Connection, account)), request, cancel);
        foreach ((string host, Exception failure) in transport.Failures)
            Say(new("記録を書き込めません: ", "The recording cannot be written: "), host + ": " + failure.Message);
        return taken;
    }

    private async Task<IReadOnlyList<ComputerInventory>> RunAsync(InventoryRun run, InventoryRequest request, CancellationToken cancel)
    {
        ProgressLine progress = new(terminal, language);
        try
        {
            return await run.RunAsync(request, (taken, done) =>
            {
                progress.Clear();
                Tell(taken);
                progress.Show(done, request.Computers.Count, taken.Computer.Computer.Name);
            }, cancel);
        }
        finally
        {
            progress.Clear();
        }
    }

    private void Tell(ComputerInventory taken)
    {
        if (taken.Computer.Outcome == ComputerOutcome.Measured)
            return;
        string reason = taken.Computer.Reason ?? taken.Computer.Outcome.ToString();
        Say(
            taken.Baseline is null ? new("測定できない: ", "Not measured: ") : new("一部を読めない: ", "Partly read: "),
            taken.Computer.Computer.Name + ": " + Reasons.WithCode(reason).In(language) + (taken.Computer.Detail is { } detail ? " (" + detail + ")" : ""));
    }

    private void Say(Text what, string detail)
    {
        IsIncomplete = true;
        terminal.Say(Printable.Of(what.In(language) + detail));
    }
}
