using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>No host can hold a question longer than its time, and no question outlives its caller's patience.</summary>
public sealed class TimeTests
{
    private static readonly CimQuery s_query = CimQuery.Class("root/cimv2", "Win32_Service");
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Silence_after_the_request_is_an_operation_that_timed_out()
    {
        using HttpStub stub = new(x => x.IsIdentify ? x.AnswerAsync(SoapText.Identified) : x.SilenceAsync());
        using ICimSession session = await OpenAsync(stub, 0.3);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.OperationTimedOut, fault.Kind);
    }

    [Fact]
    public async Task A_slow_drip_does_not_escape_the_clock()
    {
        using HttpStub stub = new(x => x.IsIdentify ? x.AnswerAsync(SoapText.Identified) : DripAsync(x));
        using ICimSession session = await OpenAsync(stub, 0.5);
        Stopwatch watch = Stopwatch.StartNew();

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.OperationTimedOut, fault.Kind);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_next_question_after_a_time_out_gets_its_own_answer()
    {
        int asked = 0;
        using HttpStub stub = new(x => x.IsIdentify ? x.AnswerAsync(SoapText.Identified)
            : Interlocked.Increment(ref asked) == 1 ? x.SilenceAsync()
            : x.AnswerAsync(SoapText.FirstPage(SoapText.Services("A"), null)));
        using ICimSession session = await OpenAsync(stub, 2);
        await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Single(await session.QueryAsync(s_query, CancellationToken.None));
    }

    [Fact]
    public async Task Cancelling_a_silent_operation_ends_it_soon_and_is_no_fault()
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using HttpStub stub = new(x =>
        {
            if (x.IsIdentify)
                return x.AnswerAsync(SoapText.Identified);
            reached.TrySetResult();
            return x.SilenceAsync();
        });
        using ICimSession session = await OpenAsync(stub, 60);
        using CancellationTokenSource stop = new();
        Task asking = session.QueryAsync(s_query, stop.Token);
        await reached.Task;

        await EndsSoonAsync(asking, stop);
    }

    [Fact]
    public async Task Cancelling_in_mid_answer_ends_it_soon_and_is_no_fault()
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using HttpStub stub = new(async x =>
        {
            if (x.IsIdentify)
            {
                await x.AnswerAsync(SoapText.Identified);
                return;
            }
            reached.TrySetResult();
            await DripAsync(x);
        });
        using ICimSession session = await OpenAsync(stub, 60);
        using CancellationTokenSource stop = new();
        Task asking = session.QueryAsync(s_query, stop.Token);
        await reached.Task;

        await EndsSoonAsync(asking, stop);
    }

    [Fact]
    public async Task Cancelling_a_connection_attempt_ends_it_soon_and_is_no_fault()
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using HttpStub stub = new(x =>
        {
            reached.TrySetResult();
            return x.SilenceAsync();
        });
        using CancellationTokenSource stop = new();
        Task opening = new WsManTransport().OpenAsync(
            new CimTarget("127.0.0.1") { Port = stub.Port, ConnectTimeout = TimeSpan.FromMinutes(1) }, stop.Token);
        await reached.Task;

        await EndsSoonAsync(opening, stop);
    }

    [Fact]
    public async Task A_question_that_waits_for_its_turn_can_be_cancelled()
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using HttpStub stub = new(x =>
        {
            if (x.IsIdentify)
                return x.AnswerAsync(SoapText.Identified);
            reached.TrySetResult();
            return x.SilenceAsync();
        });
        using ICimSession session = await OpenAsync(stub, 60);
        using CancellationTokenSource stopFirst = new();
        using CancellationTokenSource stopSecond = new();
        Task first = session.QueryAsync(s_query, stopFirst.Token);
        await reached.Task;
        Task second = session.QueryAsync(s_query, stopSecond.Token);

        await EndsSoonAsync(second, stopSecond);
        await EndsSoonAsync(first, stopFirst);
    }

    [Fact]
    public async Task A_cancelled_call_sends_nothing()
    {
        using HttpStub stub = Messages.Stub(_ => "");
        using ICimSession session = await OpenAsync(stub, 60);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.QueryAsync(s_query, new CancellationToken(true)));

        Assert.Single(stub.Requests);
    }

    private static async Task EndsSoonAsync(Task asking, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(s_soon));
    }

    private static async Task DripAsync(StubExchange x)
    {
        await x.SendAsync(StubExchange.HeadOf(200, StubExchange.Soap, 100_000));
        while (!x.Stop.IsCancellationRequested)
        {
            await x.SendAsync(" ");
            await Task.Delay(20, x.Stop);
        }
    }

    private static Task<ICimSession> OpenAsync(HttpStub stub, double operation) => new WsManTransport().OpenAsync(
        new CimTarget("127.0.0.1") { Port = stub.Port, OperationTimeout = TimeSpan.FromSeconds(operation) }, CancellationToken.None);
}
