using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Simulator.WsMan;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace MedHardening.Simulator;

/// <summary>A WS-Man listener that answers for many simulated hosts on one port.</summary>
public sealed class WsManServer : IAsyncDisposable
{
    private const int Backlog = 4096;
    private const int MaxEnvelopeSizeKb = 64 * 1024;

    private readonly WebApplication _application;
    private readonly IPAddress _listen;
    private readonly Lazy<DeadEnd> _blackhole = new(DeadEnd.Blackhole);

    private WsManServer(WebApplication application, ServerStats stats, IPAddress listen)
    {
        _application = application;
        _listen = listen;
        Stats = stats;
        string address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Port = new Uri(address).Port;
    }

    /// <summary>The port in use, also when the options left the choice to the system.</summary>
    public int Port { get; }

    public ServerStats Stats { get; }

    /// <summary>
    /// What a ledger says of a host: where it answers; or a place where nobody does, for one whose connections are
    /// <see cref="MishapKind.Refused"/> or <see cref="MishapKind.Blackhole"/>. A listener cannot do either for one of its addresses.
    /// </summary>
    public IPEndPoint EndPointOf(SimulatedHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Misbehaviour.Mishaps.FirstOrDefault(m => m.At == Phase.Connect && m.What != MishapKind.Latency)?.What switch
        {
            MishapKind.Refused => DeadEnd.Refused(),
            MishapKind.Blackhole => _blackhole.Value.EndPoint,
            _ => new IPEndPoint(_listen.Equals(IPAddress.Any) || _listen.Equals(IPAddress.IPv6Any) ? host.Address : _listen, Port),
        };
    }

    /// <exception cref="ArgumentException">Two hosts have one name, or an option is out of range.</exception>
    /// <exception cref="System.IO.IOException">The address or the port is in use.</exception>
    public static async Task<WsManServer> StartAsync(
        IReadOnlyList<SimulatedHost> hosts, WsManServerOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxEnvelopeSizeKb, 32, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxEnvelopeSizeKb, MaxEnvelopeSizeKb, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatchItems, 1, nameof(options));
        ServerStats stats = new(hosts);
        HostDirectory directory = new(hosts);
        HttpFront front = new(directory, stats, options);
        Door door = new(directory, stats);

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.Backlog = Backlog);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The front limits requests itself, so that the answer is a bare 413.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(options.Listen, listen => Configure(listen, options, door));
        });
        WebApplication application = builder.Build();
        application.Run(front.HandleAsync);
        await application.StartAsync(cancel).ConfigureAwait(false);
        return new WsManServer(application, stats, options.Listen.Address);
    }

    public async ValueTask DisposeAsync()
    {
        // Connections that clients keep alive are not waited for.
        using CancellationTokenSource now = new(TimeSpan.FromMilliseconds(100));
        await _application.StopAsync(now.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        if (_blackhole.IsValueCreated)
            await _blackhole.Value.DisposeAsync().ConfigureAwait(false);
    }

    private static void Configure(ListenOptions listen, WsManServerOptions options, Door door)
    {
        listen.Protocols = HttpProtocols.Http1;
        if (!options.AllowRemoteConnections)
            listen.Use(next => connection => IsLocal(connection) ? next(connection) : Refuse(connection));
        listen.Use(next => connection => door.EnterAsync(connection, next));
        if (options.Certificate is null)
            return;
        listen.UseHttps(https =>
        {
            https.ServerCertificate = options.Certificate;
            if (!options.AllowCertificate)
                return;
            // HTTP.SYS asks for it only when WinRM wants it, after the request has come.
            https.ClientCertificateMode = ClientCertificateMode.DelayCertificate;
            https.ClientCertificateValidation = (_, _, _) => true; // CertificateSignIn judges it
        });
    }

    private static bool IsLocal(ConnectionContext connection) =>
        connection.LocalEndPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address);

    private static Task Refuse(ConnectionContext connection)
    {
        connection.Abort();
        return Task.CompletedTask;
    }
}
