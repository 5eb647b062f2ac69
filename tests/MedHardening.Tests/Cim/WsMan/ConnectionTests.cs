using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>Each way in which a connection fails has its own kind, because each asks for another remedy.</summary>
public sealed class ConnectionTests
{
    private static readonly CimQuery s_query = CimQuery.Class("root/cimv2", "Win32_Service");
    private static readonly CimMethod s_method = new("root/default", "StdRegProv", "SetDWORDValue");

    [Fact]
    public async Task A_name_that_does_not_resolve_is_told() =>
        Assert.Equal(CimFaultKind.NameNotResolved, (await OpenFaultAsync(new CimTarget("no-such-host.invalid"))).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("http://pc")]
    public async Task A_name_that_cannot_be_one_is_told(string name) =>
        Assert.Equal(CimFaultKind.NameNotResolved, (await OpenFaultAsync(new CimTarget(name) { Port = 1 })).Kind);

    [Fact]
    public async Task A_closed_port_refuses()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        CimFault fault = await OpenFaultAsync(new CimTarget("pc-1") { Address = "127.0.0.1", Port = port });

        Assert.Equal(CimFaultKind.ConnectionRefused, fault.Kind);
        Assert.Equal("pc-1", fault.Host);
    }

    [Fact]
    public async Task A_port_that_swallows_everything_times_out()
    {
        // A full backlog of a listener that accepts nobody drops further attempts, as a firewall does.
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        IPEndPoint place = (IPEndPoint)listener.LocalEndPoint!;
        List<Socket> waiting = [];
        do
            waiting.Add(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        while (await IsAcceptedAsync(waiting[^1], place));

        CimFault fault = await OpenFaultAsync(
            new CimTarget("127.0.0.1") { Port = place.Port, ConnectTimeout = TimeSpan.FromSeconds(0.5) });

        Assert.Equal(CimFaultKind.ConnectTimedOut, fault.Kind);
        Assert.Contains("accepts no connection", fault.Message, StringComparison.Ordinal);
        waiting.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task A_host_that_accepts_and_is_silent_times_out_with_another_detail()
    {
        using HttpStub stub = new(x => x.SilenceAsync());

        CimFault fault = await OpenFaultAsync(Target(stub, connect: 0.3));

        Assert.Equal(CimFaultKind.ConnectTimedOut, fault.Kind);
        Assert.Contains("says nothing more", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_host_that_hangs_up_before_the_first_answer_failed_to_connect(bool reset)
    {
        using HttpStub stub = new(x =>
        {
            x.Hangup(reset);
            return Task.CompletedTask;
        });
        Assert.Equal(CimFaultKind.ConnectionFailed, (await OpenFaultAsync(Target(stub))).Kind);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: 6\r\n\r\n<html>")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: 96\r\n\r\n"
        + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><x/></s:Body></s:Envelope>")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")]
    public async Task What_answers_something_else_is_not_WS_Management(string answer)
    {
        using HttpStub stub = new(async x =>
        {
            await x.SendAsync(answer);
            x.Hangup();
        });
        Assert.Equal(CimFaultKind.NotWsMan, (await OpenFaultAsync(Target(stub))).Kind);
        Assert.Equal(1, stub.Connections);
    }

    [Theory]
    [InlineData("http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd")]
    [InlineData("http://www.w3.org/2003/05/soap-envelope")] // OMI
    public async Task An_identify_response_is_accepted_in_both_namespaces_seen(string ns)
    {
        using HttpStub stub = new(x => x.AnswerAsync(
            $"<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:i=\"{ns}\"><s:Body><i:IdentifyResponse/></s:Body></s:Envelope>"));
        using ICimSession session = await new WsManTransport().OpenAsync(Target(stub), CancellationToken.None);
        Assert.Equal("127.0.0.1", session.Target.Name);
    }

    [Fact]
    public async Task A_host_that_wants_a_credential_even_for_identify_is_reached()
    {
        using HttpStub stub = new(x => x.AnswerAsync("", 401, "", "WWW-Authenticate: Negotiate\r\n"));
        using ICimSession session = await new WsManTransport().OpenAsync(Target(stub), CancellationToken.None);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_host_that_is_too_busy_for_identify_is_busy()
    {
        using HttpStub stub = new(x => x.AnswerAsync("Service Unavailable", 503, "text/html"));
        Assert.Equal(CimFaultKind.Busy, (await OpenFaultAsync(Target(stub))).Kind);
    }

    [Fact]
    public async Task The_host_header_is_the_name_and_the_connection_goes_to_the_address()
    {
        using HttpStub stub = Messages.Stub(_ => "");
        CimTarget target = new("pc-1.hospital.example") { Address = "127.0.0.1", Port = stub.Port };

        using ICimSession session = await new WsManTransport().OpenAsync(target, CancellationToken.None);

        Assert.Contains("Host: pc-1.hospital.example:" + stub.Port + "\r\n", stub.Requests.Single().Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_ends_in_mid_answer_is_dropped_and_nothing_is_asked_again(bool reset)
    {
        using HttpStub stub = new(async x =>
        {
            if (x.IsIdentify)
            {
                await x.AnswerAsync(SoapText.Identified);
                return;
            }
            await x.SendAsync(StubExchange.HeadOf(200, StubExchange.Soap, 5000) + "<s:Envelope");
            x.Hangup(reset);
        });
        using WsManSession session = await Messages.OpenAsync(stub);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.ConnectionDropped, fault.Kind);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_is_asked_once_more_when_the_idle_connection_was_closed(bool reset)
    {
        using HttpStub stub = HangsUpOnceOn("Enumerate", reset);
        using WsManSession session = await Messages.OpenAsync(stub);

        Assert.Single(await session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(2, stub.Connections);
        Assert.Equal(3, stub.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_method_is_never_called_twice(bool reset)
    {
        using HttpStub stub = HangsUpOnceOn("SetDWORDValue", reset);
        using WsManSession session = await Messages.OpenAsync(stub);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.InvokeAsync(s_method, CancellationToken.None));

        Assert.Equal(CimFaultKind.ConnectionDropped, fault.Kind);
        Assert.Single(stub.Requests, r => r.Is("SetDWORDValue"));
    }

    [Fact]
    public async Task A_pull_is_never_sent_twice_since_the_rows_of_the_first_would_be_lost()
    {
        int pulls = 0;
        using HttpStub stub = new(async x =>
        {
            if (x.Is("Pull") && Interlocked.Increment(ref pulls) == 1)
                x.Hangup();
            else
                await x.AnswerAsync(x.IsIdentify ? SoapText.Identified : SoapText.FirstPage(SoapText.Services("A"), x.Is("Pull") ? null : "uuid:1"));
        });
        using WsManSession session = await Messages.OpenAsync(stub);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.ConnectionDropped, fault.Kind);
        Assert.Equal(1, pulls);
    }

    [Fact]
    public async Task A_host_that_closes_after_every_answer_costs_connections_only()
    {
        using HttpStub stub = new(async x =>
        {
            await x.AnswerAsync(x.IsIdentify ? SoapText.Identified : SoapText.FirstPage(SoapText.Services("A"), null), headers: "Connection: close\r\n");
            x.Hangup();
        });
        using WsManSession session = await Messages.OpenAsync(stub);

        for (int i = 0; i < 3; i++)
            Assert.Single(await session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(4, stub.Connections);
    }

    [Fact]
    public async Task A_host_that_is_gone_after_the_first_answer_refuses()
    {
        HttpStub stub = new(async x =>
        {
            await x.AnswerAsync(SoapText.Identified, headers: "Connection: close\r\n");
            x.Hangup();
        });
        using WsManSession session = await Messages.OpenAsync(stub);
        stub.Dispose();

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.ConnectionRefused, fault.Kind);
    }

    [Fact]
    public async Task Concurrent_questions_share_one_connection_and_get_their_own_answers()
    {
        using HttpStub stub = Messages.Stub(x => SoapText.FirstPage(
            SoapText.Services(x.Body.Split("<w:ResourceURI s:mustUnderstand=\"true\">")[1].Split('<')[0].Split('/')[^1]), null));
        using WsManSession session = await Messages.OpenAsync(stub);

        string[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
            (await session.QueryAsync(CimQuery.Class("root/cimv2", "Class" + i), CancellationToken.None)).Single().String("Name")!));

        Assert.Equal(Enumerable.Range(0, 50).Select(i => "Class" + i), answers);
        Assert.Equal(1, stub.Connections);
    }

    private static async Task<bool> IsAcceptedAsync(Socket socket, IPEndPoint place)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(0.5));
        try
        {
            await socket.ConnectAsync(place, patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static HttpStub HangsUpOnceOn(string action, bool reset)
    {
        int seen = 0;
        return new HttpStub(async x =>
        {
            if (x.Is(action) && Interlocked.Increment(ref seen) == 1)
                x.Hangup(reset);
            else
                await x.AnswerAsync(x.IsIdentify ? SoapText.Identified : SoapText.FirstPage(SoapText.Services("A"), null));
        });
    }

    private static CimTarget Target(HttpStub stub, double connect = 10) =>
        new("127.0.0.1") { Port = stub.Port, ConnectTimeout = TimeSpan.FromSeconds(connect) };

    private static Task<CimFault> OpenFaultAsync(CimTarget target) =>
        Assert.ThrowsAsync<CimFault>(() => new WsManTransport().OpenAsync(target, CancellationToken.None));
}
