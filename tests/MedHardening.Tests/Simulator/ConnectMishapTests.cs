using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>What can befall a connection, seen from a bare socket.</summary>
public sealed class ConnectMishapTests : IAsyncLifetime
{
    private readonly SimulatedHost _host = SimulatedServer.Load("plain.yaml", "DOOR-1", "127.9.7.1");
    private WsManServer? _server;

    private WsManServer Server => _server!;

    public async Task InitializeAsync() => _server = await WsManServer.StartAsync([_host], SimulatedServer.Options(), CancellationToken.None);

    public async Task DisposeAsync() => await Server.DisposeAsync();

    [Fact]
    public void A_ledger_points_to_the_address_of_the_host() =>
        Assert.Equal(new IPEndPoint(IPAddress.Parse("127.9.7.1"), Server.Port), Server.EndPointOf(_host));

    [Fact]
    public async Task A_listener_on_one_address_is_where_every_host_is_found()
    {
        WsManServerOptions options = new() { Listen = new IPEndPoint(IPAddress.Loopback, 0) };
        await using WsManServer one = await WsManServer.StartAsync([_host], options, CancellationToken.None);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, one.Port), one.EndPointOf(_host));
    }

    [Fact]
    public async Task A_ledger_points_to_where_connections_are_refused_and_the_own_address_resets_them()
    {
        _host.Misbehave(new Mishap(Phase.Connect, MishapKind.Refused));
        using TcpClient client = new();
        SocketException refused = await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(Server.EndPointOf(_host)));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        await Assert.ThrowsAnyAsync<IOException>(AskAsync);
    }

    [Fact]
    public void A_ledger_points_to_where_packets_get_lost()
    {
        _host.Misbehave(new Misbehaviour { Mishaps = [new(Phase.Connect, MishapKind.Latency), new(Phase.Connect, MishapKind.Blackhole)] });
        IPEndPoint place = Server.EndPointOf(_host);
        Assert.NotEqual(Server.Port, place.Port);
        Assert.Equal(place, Server.EndPointOf(_host));
    }

    [Fact]
    public async Task A_connection_is_reset_before_anything_is_said()
    {
        _host.Misbehave(new Mishap(Phase.Connect, MishapKind.Reset));
        await Assert.ThrowsAnyAsync<IOException>(AskAsync);
    }

    [Fact]
    public async Task Another_protocol_answers()
    {
        _host.Misbehave(new Mishap(Phase.Connect, MishapKind.Garbage));
        Assert.StartsWith("SSH-2.0", await AskAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_is_counted_until_it_ends_also_one_on_which_nothing_is_said()
    {
        _host.Misbehave(new Mishap(Phase.Connect, MishapKind.Silent) { Times = 1 });
        Traffic traffic = Server.Stats.Hosts[_host];
        using (TcpClient client = new())
        {
            await client.ConnectAsync(_host.Address, Server.Port);
            Assert.True(await Eventually.Async(() => traffic.OpenConnections == 1));
            using CancellationTokenSource patience = new(TimeSpan.FromMilliseconds(300));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await client.GetStream().ReadExactlyAsync(new byte[1], patience.Token));
        }
        Assert.True(await Eventually.Async(() => traffic.OpenConnections == 0));
        Assert.StartsWith("HTTP/1.1 405", await AskAsync(), StringComparison.Ordinal);
    }

    /// <exception cref="IOException">The connection was reset, in the moment of connecting or later.</exception>
    private async Task<string> AskAsync()
    {
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(_host.Address, Server.Port);
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync("GET /wsman HTTP/1.1\r\nHost: door-1\r\nConnection: close\r\n\r\n"u8.ToArray());
        using MemoryStream all = new();
        await stream.CopyToAsync(all);
        return all.Length > 0 ? Encoding.ASCII.GetString(all.ToArray()) : throw new IOException("nothing");
    }
}
