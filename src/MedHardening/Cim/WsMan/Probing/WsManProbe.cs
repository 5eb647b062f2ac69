using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Guarding;
using MedHardening.Cim.Probing;

namespace MedHardening.Cim.WsMan.Probing;

/// <summary>
/// Takes the steps to a WS-Management service one by one: first bare connections, then a session. The account is shown in one step,
/// to one computer first, and after a rejection to no other.
/// </summary>
internal sealed class WsManProbe : IConnectionProbe
{
    private static readonly WsManOptions s_options = new();

    // After so long one more computer may be asked beside a silent one.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly ConditionalWeakTable<NetworkCredential, CredentialGuard> _guards = new();
    private readonly TextCache _texts = new();

    public async Task<ConnectionReport> ProbeAsync(CimTarget target, CimQuery? query, CancellationToken cancel)
    {
        StepLog log = new();
        int port = target.Port ?? (target.UseSsl ? 5986 : 5985);
        ConnectionReport report = new(port, target.UseSsl, log.Steps) { IsAccountNamed = target.Credential is not null };
        Handshake handshake = new();
        if (await ReachAsync(target, port, log, handshake, cancel).ConfigureAwait(false))
            report = await ConverseAsync(target, query, log, report, cancel).ConfigureAwait(false);
        log.SkipRest(query is null ? ProbeStage.InvokeRegistry : ProbeStage.Query);
        return report with { Certificate = handshake.Certificate };
    }

    // The name, a connection, and TLS on it.
    private static async Task<bool> ReachAsync(CimTarget target, int port, StepLog log, Handshake handshake, CancellationToken cancel)
    {
        if (!await log.TakeAsync(ProbeStage.NameResolution, () => WithinAsync(target, "no answer to the name", async limit =>
            string.Join(", ", (await Dialer.ResolveAsync(target, limit).ConfigureAwait(false)).Select(a => a.ToString())), cancel)).ConfigureAwait(false))
        {
            return false;
        }
        Socket? socket = null;
        try
        {
            if (!await log.TakeAsync(ProbeStage.Tcp, () => WithinAsync(target, "port " + port + " accepts no connection", async limit =>
                {
                    socket = await Dialer.ConnectAsync(target, port, loopbackOnly: false, limit).ConfigureAwait(false);
                    return socket.RemoteEndPoint!.ToString()!;
                }, cancel)).ConfigureAwait(false))
            {
                return false;
            }
            if (target.UseSsl)
            {
                return await log.TakeAsync(ProbeStage.Tls, () => WithinAsync(
                    target, "no answer to TLS", limit => handshake.ShakeAsync(target, socket!, limit), cancel)).ConfigureAwait(false);
            }
            log.Add(ProbeStage.Tls, ProbeOutcome.Skipped, ProbeReasons.PlainHttp, "");
            return true;
        }
        finally
        {
            socket?.Dispose();
        }
    }

    private async Task<ConnectionReport> ConverseAsync(
        CimTarget target, CimQuery? query, StepLog log, ConnectionReport report, CancellationToken cancel)
    {
        WsManSession? session = null;
        try
        {
            bool answers = await log.TakeAsync(ProbeStage.Identify, async () =>
            {
                session = new WsManSession(target, s_options, _texts);
                Identification said = await session.IdentifyAsync(signedIn: false, cancel).ConfigureAwait(false);
                report = Clock(log, report with { Product = said.Product, ClockOffset = said.ClockOffset });
                return Describe(said.Product);
            }).ConfigureAwait(false);
            if (!answers)
                return report;
            bool signedIn = await log.TakeAsync(ProbeStage.Authentication, () => ProveAsync(target, async () =>
            {
                Identification said = await session!.IdentifyAsync(signedIn: true, cancel).ConfigureAwait(false);
                report = report with { Product = said.Product ?? report.Product, Authentication = session.Authentication };
                return string.Join("; ", new[] { session.Authentication, Describe(said.Product) }.Where(p => !string.IsNullOrEmpty(p)));
            }, cancel)).ConfigureAwait(false);
            return signedIn ? await Rights.TryAsync(session!, query, log, report, cancel).ConfigureAwait(false) : report;
        }
        finally
        {
            session?.Dispose();
        }
    }

    private Task<string> ProveAsync(CimTarget target, Func<Task<string>> prove, CancellationToken cancel) => target.Credential is null
        ? prove()
        : _guards.GetValue(target.Credential, _ => new CredentialGuard(s_patience)).AskAsync(target.Name, prove, cancel);

    private static ConnectionReport Clock(StepLog log, ConnectionReport report)
    {
        if (report.ClockOffset is not { } offset)
        {
            log.Add(ProbeStage.Clock, ProbeOutcome.NotPossible, ProbeReasons.NoDate, "");
            return report;
        }
        bool isOff = offset.Duration() > ConnectionReport.ClockTolerance;
        string seconds = offset.TotalSeconds.ToString("+0;-0;0", CultureInfo.InvariantCulture) + " s";
        log.Add(ProbeStage.Clock, isOff ? ProbeOutcome.Failed : ProbeOutcome.Ok, isOff ? ProbeReasons.ClockOff : null, seconds);
        return report;
    }

    private static string Describe(ProductIdentity? product) => product is null ? "" : (product.Vendor + " " + product.Version).Trim();

    private static async Task<T> WithinAsync<T>(CimTarget target, string late, Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(target.ConnectTimeout);
        try
        {
            return await work(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            string seconds = target.ConnectTimeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            throw new CimFault(CimFaultKind.ConnectTimedOut, late + " within " + seconds + " s", e) { Host = target.Name };
        }
    }
}
