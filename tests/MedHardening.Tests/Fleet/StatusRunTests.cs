using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Fleet;

public class StatusRunTests
{
    [Fact]
    public async Task The_coverage_of_every_row_adds_up_to_the_computers_in_its_scope()
    {
        Random random = new(7);
        CimFaultKind[] kinds = Enum.GetValues<CimFaultKind>();
        LedgerComputer[] ledger = Enumerable.Range(0, 300)
            .Select(i => MadeUp.Computer("PC" + i, i % 3 == 0 ? Roles.Server : Roles.Client, (Handling)random.Next(3)))
            .Append(MadeUp.Computer("SWITCH", Roles.Network))
            .ToArray();
        ChecklistStatus status = await MadeUp.JudgeAsync(new FakeTransport((name, _) =>
        {
            CimFaultKind kind;
            int luck;
            lock (random)
                (kind, luck) = (kinds[random.Next(kinds.Length)], random.Next(4));
            return luck switch
            {
                0 => throw new CimFault(kind, "made up"),
                1 => Task.FromResult<ICimSession>(MadeUp.GoodHost(name).Failing("Win32_Service", kind)),
                2 => Task.FromResult<ICimSession>(MadeUp.GoodHost(name).Failing("Win32_ComputerSystem", kind)),
                _ => Task.FromResult<ICimSession>(MadeUp.GoodHost(name)),
            };
        }), null, MadeUp.Baseline("RpcSs", "EventLog"), ledger);

        Assert.Equal(300, status.Computers.Select(c => c.Computer.Name).Distinct().Count());
        Assert.Equal(1, status.NetworkDevices);
        foreach ((string row, int scope) in new[] { ("removable-storage", 300), ("background-services-server", 100), ("background-services-client", 200), ("bcp", 0) })
        {
            Coverage c = status.Row(row).Coverage;
            Assert.Equal(scope, c.Ledger);
            Assert.Equal(scope, c.Measured + c.Partly + c.Unreachable + c.Denied + c.Failed + c.NotAttempted + c.NotWindows);
        }
    }

    [Fact]
    public async Task Every_computer_is_told_once_as_it_ends_and_never_two_at_a_time()
    {
        LedgerComputer[] ledger = Enumerable.Range(0, 200).Select(i => MadeUp.Computer("PC" + i)).ToArray();
        List<string> told = [];
        int inside = 0;
        await MadeUp.Run(new FakeTransport((name, _) => Task.FromResult<ICimSession>(MadeUp.GoodHost(name)))).RunAsync(
            new StatusRequest(MadeUp.Baseline("*"), MadeUp.Profile, null, ledger, MadeUp.AsOf) { ThrottleLimit = 16 },
            progress =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                told.Add(progress.Computer.Computer.Name);
                Assert.Equal((told.Count, 200), (progress.Done, progress.Total));
                Interlocked.Decrement(ref inside);
            },
            CancellationToken.None);
        Assert.Equal(200, told.Distinct().Count());
    }

    [Fact]
    public async Task Computers_that_are_off_do_not_hold_up_the_others()
    {
        TaskCompletionSource<ICimSession> never = new();
        using CancellationTokenSource stop = new();
        List<string> told = [];
        TaskCompletionSource liveDone = new();
        LedgerComputer[] ledger = [.. Enumerable.Range(0, 3).Select(i => MadeUp.Computer("OFF" + i)), .. Enumerable.Range(0, 20).Select(i => MadeUp.Computer("PC" + i))];
        Task run = MadeUp.Run(
            new FakeTransport((name, cancel) => name.StartsWith("OFF", StringComparison.Ordinal)
                ? never.Task.WaitAsync(cancel)
                : Task.FromResult<ICimSession>(MadeUp.GoodHost(name)))).RunAsync(
            new StatusRequest(MadeUp.Baseline("*"), MadeUp.Profile, null, ledger, MadeUp.AsOf) { ThrottleLimit = 1 },
            progress =>
            {
                told.Add(progress.Computer.Computer.Name);
                if (told.Count == 20)
                    liveDone.SetResult();
            },
            stop.Token);
        await liveDone.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.DoesNotContain(told, name => name.StartsWith("OFF", StringComparison.Ordinal));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task No_more_computers_are_asked_at_a_time_than_allowed()
    {
        FakeTransport transport = new(async (name, cancel) =>
        {
            await Task.Yield();
            return MadeUp.GoodHost(name);
        });
        LedgerComputer[] ledger = Enumerable.Range(0, 300).Select(i => MadeUp.Computer("PC" + i)).ToArray();
        await MadeUp.Run(transport).RunAsync(
            new StatusRequest(MadeUp.Baseline("*"), MadeUp.Profile, null, ledger, MadeUp.AsOf) { ThrottleLimit = 2 }, _ => { }, CancellationToken.None);
        Assert.InRange(transport.MostOpening, 1, 8);
    }

    [Fact]
    public async Task A_role_that_the_baseline_does_not_know_is_a_fault_before_anything_is_asked()
    {
        FakeTransport transport = new((_, _) => throw new InvalidOperationException("asked"));
        InvalidFileException e = await Assert.ThrowsAsync<InvalidFileException>(() => MadeUp.JudgeAsync(
            transport, null, MadeUp.Baseline("*"), MadeUp.Computer("PC1", "receptoin"), MadeUp.Computer("PC2", "imaging")));
        Fault fault = Assert.Single(e.Faults);
        Assert.Contains("PC1", fault.Message.En);
        Assert.Contains("imaging", fault.Message.Ja);
    }

    [Fact]
    public async Task A_check_that_is_off_gives_no_result_is_told_and_leaves_the_row_open()
    {
        Baseline baseline = MadeUp.BaselineOf([], new Dictionary<string, string> { ["approved-services"] = "別の製品で管理" });
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport((name, _) => Task.FromResult<ICimSession>(MadeUp.GoodHost(name))), null, baseline, MadeUp.Computer("PC1"));
        Assert.DoesNotContain(status.Results, r => r.Check.Id == "approved-services");
        Assert.Equal((1, 1), (status.Row("background-services-client").Coverage.Ledger, status.Row("background-services-client").Coverage.NotAttempted));
        Assert.Equal(Proposal.Undetermined, status.Row("background-services-client").Proposal);
        Assert.Contains(status.Notices, n => n.Code == "CheckOff" && n.Text.Ja.Contains("別の製品で管理", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_without_a_computer_to_measure_are_told()
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([MadeUp.Yes("background-services-server")]), MadeUp.GoodHost("PC1"));
        Notice notice = Assert.Single(status.Notices, n => n.Code == "NothingToMeasure");
        Assert.Contains("2-⑫ サーバ。", notice.Text.Ja);
        Assert.DoesNotContain("2-⑨", notice.Text.Ja);
    }

    [Fact]
    public async Task One_computer_behind_two_rows_of_the_ledger_is_told()
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport((_, _) => Task.FromResult<ICimSession>(MadeUp.GoodHost("PC1"))),
            null, MadeUp.Baseline("*"), MadeUp.Computer("PC1"), MadeUp.Computer("PC1.east.example"));
        Assert.Contains("PC1, PC1.east.example", Assert.Single(status.Notices, n => n.Code == "SameComputer").Text.En);
    }

    [Fact]
    public async Task A_failure_of_the_listener_ends_the_run()
    {
        int told = 0;
        LedgerComputer[] ledger = Enumerable.Range(0, 5000).Select(i => MadeUp.Computer("PC" + i)).ToArray();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            MadeUp.Run(new FakeTransport((name, _) => Task.FromResult<ICimSession>(MadeUp.GoodHost(name)))).RunAsync(
                new StatusRequest(MadeUp.Baseline("*"), MadeUp.Profile, null, ledger, MadeUp.AsOf) { ThrottleLimit = 4 },
                _ => throw new InvalidOperationException("pipeline is gone " + ++told),
                CancellationToken.None));
        Assert.InRange(told, 1, 64);
    }

    [Theory]
    [InlineData(2026, 3, 31, false)]
    [InlineData(2026, 4, 1, true)]
    public async Task A_closed_fiscal_year_is_told_once(int year, int month, int day, bool told)
    {
        ChecklistStatus status = await MadeUp.Run(new FakeTransport(new Dictionary<string, FakeHost>())).RunAsync(
            new StatusRequest(MadeUp.Baseline("*"), MadeUp.Profile, null, [], new DateTime(year, month, day)), _ => { }, CancellationToken.None);
        Assert.Equal(told ? 1 : 0, status.Notices.Count(n => n.Code == "FiscalYearClosed"));
    }
}
