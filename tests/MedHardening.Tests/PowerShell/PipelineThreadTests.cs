using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.PowerShell;
using Xunit;

namespace MedHardening.Tests.PowerShell;

public class PipelineThreadTests
{
    [Fact]
    public void What_workers_post_runs_in_order_on_the_thread_that_waits()
    {
        using CancellationTokenSource stop = new();
        using PipelineThread pipeline = new();
        List<int> seen = [];
        HashSet<int> threads = [];
        int result = pipeline.Run(
            async () =>
            {
                for (int i = 0; i < 1000; i++)
                {
                    int number = i;
                    pipeline.Post(
                        () =>
                        {
                            seen.Add(number);
                            threads.Add(Environment.CurrentManagedThreadId);
                        },
                        stop.Token);
                    if (i % 100 == 0)
                        await Task.Yield();
                }
                return 42;
            },
            stop);
        Assert.Equal(42, result);
        Assert.Equal(Enumerable.Range(0, 1000), seen);
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void What_ends_the_pipeline_stops_the_work_and_waits_for_it()
    {
        using CancellationTokenSource stop = new();
        using PipelineThread pipeline = new();
        bool workEnded = false;
        Exception thrown = Assert.Throws<InvalidOperationException>(() => pipeline.Run<int>(
            async () =>
            {
                pipeline.Post(() => throw new InvalidOperationException("no more output wanted"), stop.Token);
                try
                {
                    await Task.Delay(Timeout.Infinite, stop.Token);
                }
                finally
                {
                    workEnded = true;
                }
                return 0;
            },
            stop));
        Assert.Equal("no more output wanted", thrown.Message);
        Assert.True(workEnded);
    }

    [Fact]
    public void Work_that_waits_for_room_in_the_queue_ends_when_the_pipeline_does()
    {
        using CancellationTokenSource stop = new();
        using PipelineThread pipeline = new();
        int posted = 0;
        Assert.Throws<InvalidOperationException>(() => pipeline.Run<int>(
            () =>
            {
                pipeline.Post(() => throw new InvalidOperationException(), stop.Token);
                for (; posted < 1_000_000; posted++)
                    pipeline.Post(() => { }, stop.Token);
                return Task.FromResult(0);
            },
            stop));
        Assert.InRange(posted, 0, 999_999);
    }

    [Fact]
    public void What_the_work_throws_is_thrown_after_all_that_it_posted()
    {
        using CancellationTokenSource stop = new();
        using PipelineThread pipeline = new();
        int ran = 0;
        Assert.Throws<FormatException>(() => pipeline.Run<int>(
            () =>
            {
                pipeline.Post(() => ran++, stop.Token);
                throw new FormatException();
            },
            stop));
        Assert.Equal(1, ran);
        Assert.False(stop.IsCancellationRequested);
    }
}
