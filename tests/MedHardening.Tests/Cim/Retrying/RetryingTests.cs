using System;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Tests.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.Retrying;

public sealed class RetryingTests
{
    private static readonly CimQuery s_query = CimQuery.Class("root/cimv2", "Win32_Service");

    [Theory]
    [InlineData(0, new double[0])]
    [InlineData(1, new[] { 0.25 })]
    [InlineData(3, new[] { 0.25, 1, 2 })]
    public async Task A_host_that_is_busy_for_a_moment_is_asked_again_after_longer_and_longer_waits(int refusals, double[] waits)
    {
        BusyHost host = new(refusals);
        using ICimSession session = await host.SessionAsync();
        Assert.Single(await session.QueryAsync(s_query, CancellationToken.None));
        Assert.Equal(waits, host.Waited);
    }

    [Fact]
    public async Task A_host_that_stays_busy_is_left_alone_after_three_more_tries_and_not_waited_for_again()
    {
        BusyHost host = new(int.MaxValue);
        using ICimSession session = await host.SessionAsync();

        Assert.Equal(CimFaultKind.Busy, (await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None))).Kind);
        Assert.Equal(4, host.Asked);
        await Assert.ThrowsAsync<CimFault>(() => session.InvokeAsync(Method("EnumKey"), CancellationToken.None));
        Assert.Equal(5, host.Asked);
        Assert.Equal([0.25, 1, 2], host.Waited);
    }

    [Theory]
    [InlineData("EnumKey")]
    [InlineData("EnumValues")]
    [InlineData("GetDWORDValue")]
    [InlineData("CheckAccess")]
    public async Task Methods_that_read_are_called_again(string method)
    {
        BusyHost host = new(1);
        using ICimSession session = await host.SessionAsync();
        Assert.Equal(0u, (await session.InvokeAsync(Method(method), CancellationToken.None)).UInt32("ReturnValue"));
        Assert.Equal(2, host.Asked);
    }

    [Theory]
    [InlineData("SetDWORDValue")]
    [InlineData("CreateKey")]
    [InlineData("DeleteValue")]
    [InlineData("StopService")]
    public async Task A_method_that_writes_is_called_once_whatever_the_host_says(string method)
    {
        BusyHost host = new(1);
        using ICimSession session = await host.SessionAsync();
        Assert.Equal(CimFaultKind.Busy, (await Assert.ThrowsAsync<CimFault>(() => session.InvokeAsync(Method(method), CancellationToken.None))).Kind);
        Assert.Equal(1, host.Asked);
    }

    [Fact]
    public async Task No_other_fault_is_worth_a_second_try()
    {
        foreach (CimFaultKind kind in Enum.GetValues<CimFaultKind>())
        {
            if (kind == CimFaultKind.Busy)
                continue;
            BusyHost host = new(1, kind);
            using ICimSession session = await host.SessionAsync();
            Assert.Equal(kind, (await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None))).Kind);
            Assert.Equal(1, host.Asked);
        }
    }

    [Fact]
    public async Task A_host_that_is_busy_at_the_door_is_knocked_at_again()
    {
        BusyHost host = new(2) { IsBusyAtTheDoor = true };
        using ICimSession session = await host.SessionAsync();
        Assert.Equal([0.25, 1], host.Waited);
        Assert.Equal("PC1", session.Target.Name);
    }

    [Fact]
    public async Task No_try_begins_after_the_time_for_an_operation()
    {
        BusyHost host = new(int.MaxValue) { Target = new CimTarget("PC1") { OperationTimeout = TimeSpan.FromSeconds(0.9) } };
        using ICimSession session = await host.SessionAsync();
        await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));
        Assert.Equal([0.25], host.Waited);
    }

    [Fact]
    public async Task Waits_are_spread()
    {
        BusyHost host = new(3);
        using ICimSession session = await host.SessionAsync(jitter: 1.25);
        await session.QueryAsync(s_query, CancellationToken.None);
        Assert.Equal([0.3125, 1.25, 2.5], host.Waited);
    }

    [Fact]
    public async Task Whoever_stops_the_run_does_not_wait_for_a_busy_host()
    {
        BusyHost host = new(1);
        using CancellationTokenSource stop = new();
        using ICimSession session = await host.SessionAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.QueryAsync(s_query, stop.Token));
        Assert.Equal(1, host.Asked);
    }

    [Fact]
    public async Task The_transport_that_runs_use_asks_again()
    {
        int asked = 0;
        using HttpStub stub = new(x => Interlocked.Increment(ref asked) == 1 ? x.AnswerAsync("", 503, "") : x.AnswerAsync(SoapText.Identified));
        using ICimSession session = await Transports.WsMan()!.OpenAsync(new CimTarget("127.0.0.1") { Port = stub.Port }, CancellationToken.None);
        Assert.Equal(2, asked);
    }

    private static CimMethod Method(string name) => new("root/default", "StdRegProv", name);
}
