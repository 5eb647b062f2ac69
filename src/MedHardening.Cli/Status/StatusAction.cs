using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Cli.Connections;
using MedHardening.Cli.Results;
using MedHardening.Cli.Screen;
using MedHardening.Domains;
using MedHardening.Fleet;
using MedHardening.Reports;

namespace MedHardening.Cli.Status;

/// <summary>What <c>medhardening status</c> does: read everything, check everything, measure, show, write.</summary>
internal sealed class StatusAction(Terminal terminal, Language language)
{
    public async Task<int> RunAsync(StatusArguments arguments, CancellationToken cancel)
    {
        Targets.EnsureFound(arguments.Connection.Tls);
        DomainTargets.EnsureFound(arguments.Domains);
        ReportDestinations.Check(arguments.Reports);
        SnapshotTransport? snapshots = arguments.Snapshot is { } folder ? SnapshotFolders.Open(folder) : null;
        StatusRequest request = StatusInputs.Read(arguments, snapshots);
        if (arguments.SaveSnapshots is not null)
            SnapshotFolders.Prepare(arguments.SaveSnapshots);
        using Account account = await new PasswordPrompt(arguments.Connection.PasswordStdin, terminal, language)
            .AccountAsync(arguments.Connection, cancel);
        using AskedDomains domains = DomainTargets.Of(arguments.Domains, arguments.Connection, account.Credential);
        request = request with { Directories = arguments.Snapshot is { } recorded ? DirectorySnapshots.Open(recorded) : domains.Directories };
        RecordingTransport transport = new((ICimTransport?)snapshots ?? Transports.WsMan()!, arguments.SaveSnapshots);
        ChecklistStatus status = await new Measurement(terminal, language) { Transport = transport, PerComputer = arguments.PerComputer }
            .RunAsync(request, Targets.Of(arguments.Connection, account), cancel);
        cancel.ThrowIfCancellationRequested();
        Show(status, arguments);
        KeyValuePair<string, Exception>[] lost = [.. transport.Failures, .. arguments.SaveSnapshots is { } keep ? domains.Save(keep) : []];
        foreach ((string host, Exception failure) in lost)
            terminal.Say(Printable.Of(new Text("記録を書き込めません: ", "The recording cannot be written: ").In(language) + host + ": " + failure.Message));
        if (!Saved(status, arguments.Reports) || lost.Length > 0)
            return ExitCode.ReportNotWritten;
        return status.Computers.Any(CoverageLines.IsOpen) || DomainLines.Unmeasured(status).Any() ? ExitCode.NotAllMeasured : ExitCode.Success;
    }

    private void Show(ChecklistStatus status, StatusArguments arguments)
    {
        StatusScreen screen = new(terminal, language);
        screen.WriteNotices(status);
        if (arguments.Json)
            JsonReport.Write(status, terminal.Output);
        else
            screen.WriteResults(status);
    }

    // One report that fails keeps no other from being written: the measurement is not to be had again for free.
    private bool Saved(ChecklistStatus status, IReadOnlyList<string> paths)
    {
        bool all = true;
        foreach (string path in paths)
        {
            try
            {
                ReportFile.Save(status, path, language);
                terminal.Say(Printable.Of(new Text("書き込みました: ", "Written: ").In(language) + path));
            }
            catch (ReportNotWrittenException e)
            {
                terminal.Say(Printable.Of(e.Text.In(language)));
                all = false;
            }
        }
        return all;
    }
}
