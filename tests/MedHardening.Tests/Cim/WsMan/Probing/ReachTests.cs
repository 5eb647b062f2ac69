using System;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Probing;
using MedHardening.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Probing;

/// <summary>How the way to a computer may end before an account is shown.</summary>
public class ReachTests
{
    [Fact]
    public async Task A_name_that_does_not_resolve_ends_it_at_the_name()
    {
        ConnectionReport report = await Probed.Async(new CimTarget("no-such-host.invalid"));

        Assert.Equal(
            [
                "NameResolution Failed NameNotResolved", "Tcp Skipped EarlierStep", "Tls Skipped EarlierStep", "Identify Skipped EarlierStep",
                "Clock Skipped EarlierStep", "Authentication Skipped EarlierStep", "ReadCim Skipped EarlierStep", "InvokeRegistry Skipped EarlierStep",
            ],
            report.Steps());
        Assert.False(report.IsOk);
    }

    [Fact]
    public async Task A_closed_port_refuses()
    {
        ConnectionReport report = await Probed.Async(DeadEnd.Refused());

        Assert.Equal(["NameResolution Ok", "Tcp Failed ConnectionRefused", "Tls Skipped EarlierStep"], report.Steps()[..3]);
        Assert.Equal(DeadEnd.Refused().Port, report.Port);
    }

    [Fact]
    public async Task A_black_hole_is_told_apart_from_a_closed_port_and_takes_no_longer_than_allowed()
    {
        await using DeadEnd hole = DeadEnd.Blackhole();

        ConnectionReport report = await Probed.Async(hole.EndPoint, seconds: 0.3);

        Assert.Contains(
            report.Steps()[1..4],
            s => s is "Tcp Failed ConnectTimedOut" or "Identify Failed ConnectTimedOut"); // the second where the system answers all the same
    }

    [Fact]
    public async Task A_port_that_never_says_anything_fails_at_Identify()
    {
        await using DeadEnd silent = DeadEnd.Silent();

        ConnectionReport report = await Probed.Async(silent.EndPoint, seconds: 0.3);

        Assert.Equal(["NameResolution Ok", "Tcp Ok", "Tls Skipped PlainHttp", "Identify Failed ConnectTimedOut"], report.Steps()[..4]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Another_web_server_is_not_WS_Management(int status)
    {
        using HttpStub stub = new(x => x.AnswerAsync("<html>It works!</html>", status, "text/html"));

        ConnectionReport report = await Probed.Async(new CimTarget("127.0.0.1") { Port = stub.Port });

        Assert.Equal(["Identify Failed NotWsMan", "Clock Skipped EarlierStep", "Authentication Skipped EarlierStep"], report.Steps()[3..6]);
        Assert.Null(report.Product);
    }

    [Fact]
    public async Task A_stopped_probe_throws_and_reports_nothing()
    {
        await using DeadEnd silent = DeadEnd.Silent();
        using CancellationTokenSource stop = new();
        Task<ConnectionReport> probing = Transports.Probe()!.ProbeAsync(
            new CimTarget("pc-1") { Address = silent.EndPoint.Address.ToString(), Port = silent.EndPoint.Port }, null, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing);
    }
}
