using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>
/// A service is stopped or started. Services that depend on it are not touched: a service that others run on is refused by
/// Windows (return code 3), so the plan stops these first.
/// </summary>
public sealed record ServiceStateChange(string Service, bool Runs, string Why) : Change(Why, ChangeEffect.AtOnce)
{
    private const string Running = "Running";
    private const string Stopped = "Stopped";

    // The service control manager waits so long for a service that reports no progress.
    // https://learn.microsoft.com/windows/win32/services/service-control-handler-function
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    public override string Location => "Win32_Service " + Service + " [State]";

    public override string Old => Runs ? Stopped : Running;

    public override string New => Runs ? Running : Stopped;

    internal override async Task<string> ReadAsync(ICimSession session, CancellationToken cancel) =>
        (await session.FindServiceAsync(Service, cancel).ConfigureAwait(false))?.String("State") ?? Absent;

    internal override Task ApplyAsync(ICimSession session, CancellationToken cancel) => SetAsync(session, Runs, cancel);

    internal override Task RevertAsync(ICimSession session, CancellationToken cancel) => SetAsync(session, !Runs, cancel);

    // The method returns when the request was passed on; the service may need a while.
    private async Task SetAsync(ICimSession session, bool runs, CancellationToken cancel)
    {
        await session.ChangeServiceAsync(Service, runs ? "StartService" : "StopService", [], cancel).ConfigureAwait(false);
        Stopwatch clock = Stopwatch.StartNew();
        while (true)
        {
            string state = await ReadAsync(session, cancel).ConfigureAwait(false);
            if (state == (runs ? Running : Stopped))
                return;
            if (clock.Elapsed > s_patience)
                throw new CimFault(CimFaultKind.OperationTimedOut, Location + ": " + state) { Host = session.Target.Name };
            await Task.Delay(s_pause, cancel).ConfigureAwait(false);
        }
    }
}
