using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Changes;

/// <summary>The process dies at any write of a run over 20 computers; taking it back leaves every registry as it was.</summary>
public class CrashTests
{
    private const int Computers = 20;
    private const int WritesOfOne = 5;

    // Some points, or every one: .ci/long killed.
    private static readonly bool s_everyPoint = Environment.GetEnvironmentVariable("MEDHARDENING_KILL") == "all";

    /// <summary>
    /// Death as the journal and the computers see it: at the nth write nothing more leaves the process, and the journal is what the
    /// system had been given by then.
    /// </summary>
    [Fact]
    public async Task At_every_write_of_a_run_what_the_journal_holds_is_enough_to_take_it_back()
    {
        await using Ward ward = await Ward.OpenAsync(Computers);
        IReadOnlyList<string> before = ward.Dump();
        int changed = 0;
        for (int n = 1; n <= Computers * WritesOfOne; n += s_everyPoint ? 1 : 9)
        {
            string copy = Path.Combine(ward.Folder, "copy");
            int fatal = n;
            DyingTransport dying = new(fatal, isDone: n % 2 == 0, () => File.Copy(ward.Journal, copy));

            await ward.ChangeAsync(WardPlanner.Everything, Ward.Options with { ThrottleLimit = 8 }, dying);

            Assert.True(dying.IsDead, "write " + n + " was never made");
            changed += before.SequenceEqual(ward.Dump()) ? 0 : 1;
            File.Move(copy, ward.Journal, overwrite: true);
            Assert.All(await ward.UndoAsync(), r => Assert.Equal(ChangeOutcome.Undone, r.Outcome));
            Assert.Equal(before, ward.Dump());
            Assert.NotEqual(RunState.Interrupted, JournalReader.Read(ward.Journal).State);
            File.Delete(ward.Journal);
        }
        Assert.True(changed > 0);
    }

    /// <summary>A process of its own, ended by SIGKILL when the nth write has reached a computer.</summary>
    [Fact]
    public async Task A_killed_process_can_be_taken_back()
    {
        await using Ward ward = await Ward.OpenAsync(Computers);
        IReadOnlyList<string> before = ward.Dump();
        for (int n = 1; n <= Computers * WritesOfOne; n += s_everyPoint ? 1 : 49)
        {
            await RunAndKillAsync(ward, n);
            Assert.NotEqual(before, ward.Dump());
            JournalledRun run = JournalReader.Read(ward.Journal);
            Assert.Equal(RunState.Interrupted, run.State);
            Assert.All(await ward.UndoAsync(), r => Assert.Equal(ChangeOutcome.Undone, r.Outcome));
            Assert.Equal(before, ward.Dump());
            Assert.NotEqual(RunState.Interrupted, JournalReader.Read(ward.Journal).State);
            File.Delete(ward.Journal);
        }
    }

    [Fact]
    public async Task Taking_back_that_dies_in_the_middle_is_finished_by_the_next_one()
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();
        for (int n = 1; n <= WritesOfOne; n++)
        {
            await ward.ChangeAsync(WardPlanner.Everything);
            JournalledRun run = JournalReader.Read(ward.Journal);
            using (Journal journal = Journal.Continue(ward.Journal))
            {
                await new UndoRun(new DyingTransport(n, n % 2 == 0, () => { }), ward.Target, Ward.Options)
                    .ApplyAsync(run.Hosts, journal, _ => { }, CancellationToken.None);
            }
            Assert.Equal(RunState.Interrupted, JournalReader.Read(ward.Journal).State);
            Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync()).Outcome);
            Assert.Equal(before, ward.Dump());
            File.Delete(ward.Journal);
        }
    }

    private static async Task RunAndKillAsync(Ward ward, int n)
    {
        using Process process = ChangeProcess.Start(ward);
        int writes = 0;
        void Count(string method)
        {
            if (Interlocked.Increment(ref writes) == n)
                process.Kill();
        }
        foreach (SimulatedHost host in ward.Hosts)
            host.Writes.After = Count;
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        // Requests that were under way when it died may still be done.
        Assert.True(await TestDoubles.Eventually.Async(() => ward.OpenConnections() == 0));
        foreach (SimulatedHost host in ward.Hosts)
            host.Writes.After = null;
    }

    private sealed class DeadException : Exception;

    private sealed class DyingTransport(int fatalWrite, bool isDone, Action onDeath) : ICimTransport
    {
        private readonly ICimTransport _inner = Ward.Transport();
        private readonly object _lock = new();
        private int _writes;

        public bool IsDead { get; private set; }

        public async Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel) =>
            IsDead ? throw new DeadException() : new DyingSession(this, await _inner.OpenAsync(target, cancel));

        // Whether the call still goes out.
        private bool Passes(bool isWrite)
        {
            lock (_lock)
            {
                if (IsDead)
                    return false;
                if (!isWrite || ++_writes < fatalWrite)
                    return true;
                onDeath();
                IsDead = true;
                return isDone;
            }
        }

        private sealed class DyingSession(DyingTransport transport, ICimSession inner) : ICimSession
        {
            public CimTarget Target => inner.Target;

            public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel) =>
                transport.Passes(isWrite: false) ? inner.QueryAsync(query, cancel) : throw new DeadException();

            public async Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel)
            {
                if (!transport.Passes(!method.OnlyReads))
                    throw new DeadException();
                CimObject answer = await inner.InvokeAsync(method, cancel);
                return transport.IsDead && !method.OnlyReads ? throw new DeadException() : answer;
            }

            public void Dispose() => inner.Dispose();
        }
    }
}
