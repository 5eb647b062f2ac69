using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Changes;

/// <summary>What goes wrong in the middle: each mishap has its own result, and the registry is as the result says.</summary>
public class MishapTests
{
    private const string Policy = "CN={11111111-2222-3333-4444-555555555555},CN=POLICIES,CN=SYSTEM,DC=HOSPITAL,DC=EXAMPLE";

    [Fact]
    public async Task Access_denied_on_one_value_takes_the_others_back()
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();

        HostChange result = Assert.Single(await ward.ChangeAsync(Denied));

        Assert.Equal((ChangeOutcome.RolledBack, "AccessDenied"), (result.Outcome, result.Reason));
        Assert.Contains(@"HKLM\SOFTWARE\Closed [Number]", result.Detail);
        Assert.Equal(before, ward.Dump());
        Assert.Equal(RunState.Undone, JournalReader.Read(ward.Journal).State);
    }

    [Fact]
    public async Task Without_rollback_what_was_written_stays_and_is_told_and_can_be_taken_back_later()
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();

        HostChange result = Assert.Single(await ward.ChangeAsync(Denied, Ward.Options with { NoRollback = true }));

        Assert.Equal((ChangeOutcome.Failed, "AccessDenied"), (result.Outcome, result.Reason));
        Assert.Equal(@"HKLM\SOFTWARE\Ward [Number]", result.Left[0].Location);
        Assert.NotEqual(before, ward.Dump());
        Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync()).Outcome);
        Assert.Equal(before, ward.Dump());
    }

    [Theory]
    [InlineData(MishapKind.Drop)] // the write was done, the answer was lost
    [InlineData(MishapKind.Reset)] // it was not done
    public async Task A_connection_lost_in_a_write_is_taken_back_whether_it_was_done_or_not_and_not_sent_twice(MishapKind what)
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();
        ward.Host.Misbehave(new Mishap(Phase.Write, what) { Skip = 2, Times = 1 });

        HostChange result = Assert.Single(await ward.ChangeAsync(WardPlanner.Everything));

        Assert.Equal(ChangeOutcome.RolledBack, result.Outcome);
        Assert.True(result.Reason is "ConnectionDropped" or "ConnectionFailed", result.Reason);
        Assert.Equal(before, ward.Dump());
        Assert.Equal(what == MishapKind.Drop ? 3 + 3 : 2 + 2, ward.Writes());
    }

    [Fact]
    public async Task A_computer_that_restarts_in_the_middle_is_told_with_what_is_left_and_taken_back_when_it_is_there_again()
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();
        int writes = 0;
        ward.Host.Writes.After = _ =>
        {
            if (++writes != 3)
                return;
            ward.Host.Restart();
            ward.Host.Misbehave(new Mishap(Phase.Request, MishapKind.Reset));
        };

        HostChange result = Assert.Single(await ward.ChangeAsync(WardPlanner.Everything));

        Assert.Equal(ChangeOutcome.Failed, result.Outcome);
        Assert.Equal(4, result.Left.Count); // three for sure, and the fourth, of which nobody knows
        ward.Host.Misbehave(new Misbehaviour());
        Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync()).Outcome);
        Assert.Equal(before, ward.Dump());
    }

    [Fact]
    public async Task Lost_after_the_last_write_it_is_applied_and_not_verified()
    {
        await using Ward ward = await Ward.OpenAsync();
        int writes = 0;
        ward.Host.Writes.After = _ =>
        {
            if (++writes == 5)
                ward.Host.Misbehave(new Mishap(Phase.Identify, MishapKind.Reset));
        };
        HostChange result = Assert.Single(await ward.ChangeAsync(WardPlanner.Everything));
        Assert.Equal((ChangeOutcome.Applied, "ConnectionFailed"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_policy_that_overwrites_at_once_is_named()
    {
        await using Ward ward = await Ward.OpenAsync(1, "policy.yaml");
        ward.Host.Writes.After = _ => ward.Host.RefreshPolicy();

        HostChange result = Assert.Single(await ward.ChangeAsync(WardPlanner.Set(WardPlanner.Key, "Number", new(RegistryType.DWord, 2u))));

        Assert.Equal((ChangeOutcome.NotEffective, "OverwrittenByPolicy"), (result.Outcome, result.Reason));
        Assert.Contains("部門の設定", result.Detail);
        Assert.Contains(Policy, result.Detail);
    }

    [Fact]
    public async Task A_policy_that_will_overwrite_at_its_next_refresh_is_named_too()
    {
        await using Ward ward = await Ward.OpenAsync(1, "policy.yaml");
        HostChange result = Assert.Single(await ward.ChangeAsync(WardPlanner.Set(WardPlanner.Key, "Number", new(RegistryType.DWord, 2u))));
        Assert.Equal((ChangeOutcome.NotEffective, "PolicyWillOverwrite"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Something_else_that_overwrites_at_once_is_not_called_a_policy()
    {
        await using Ward ward = await Ward.OpenAsync();
        ward.Host.Writes.After = _ => ward.Host.SetValue(Ward.Key, "Number", 9u);
        HostChange result = Assert.Single(await ward.ChangeAsync(WardPlanner.Set(WardPlanner.Key, "Number", new(RegistryType.DWord, 2u))));
        Assert.Equal((ChangeOutcome.NotEffective, "Overwritten"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task What_somebody_changed_between_plan_and_write_is_refused_with_the_difference_and_nothing_is_written()
    {
        await using Ward ward = await Ward.OpenAsync();
        HostChange result = Assert.Single(await ward.ChangeAsync(
            WardPlanner.Everything, betweenPlanAndWrite: () => ward.Host.SetValue(Ward.Key, "Number", 5u)));
        Assert.Equal((ChangeOutcome.Refused, "ChangedSince"), (result.Outcome, result.Reason));
        Assert.Equal(@"HKLM\SOFTWARE\Ward [Number]: REG_DWORD 1 ≠ REG_DWORD 5", result.Detail);
        Assert.Equal(0, ward.Writes());
    }

    [Fact]
    public async Task What_somebody_made_as_wanted_meanwhile_is_not_written_again()
    {
        await using Ward ward = await Ward.OpenAsync();
        HostChange result = Assert.Single(await ward.ChangeAsync(
            WardPlanner.Everything, betweenPlanAndWrite: () => ward.Host.SetValue(Ward.Key, "Number", 2u)));
        Assert.Equal(ChangeOutcome.Verified, result.Outcome);
        Assert.Equal(4, ward.Writes());
    }

    [Fact]
    public async Task After_a_stop_what_is_begun_comes_to_its_end_and_nothing_else_is_begun()
    {
        await using Ward ward = await Ward.OpenAsync(3);
        using CancellationTokenSource stop = new();
        ward.Hosts[0].Writes.Before = _ => stop.Cancel();
        IReadOnlyList<HostChange> results = await ward.ChangeAsync(WardPlanner.Everything, Ward.Options with { ThrottleLimit = 1 }, stop: stop.Token);
        Assert.Equal(ChangeOutcome.Verified, results[0].Outcome);
        Assert.All(results.Skip(1), r => Assert.Equal((ChangeOutcome.Refused, "NotBegun"), (r.Outcome, r.Reason)));
        Assert.Equal(5, ward.Writes());
    }

    [Fact]
    public async Task Nothing_more_is_begun_when_a_canary_is_not_verified()
    {
        await using Ward ward = await Ward.OpenAsync(4);
        ward.Hosts[1].Misbehave(new Mishap(Phase.Write, MishapKind.Fault) { Code = 5 });
        IReadOnlyList<HostChange> results = await ward.ChangeAsync(WardPlanner.Everything, Ward.Options with { Canary = 2 });
        Assert.Equal([ChangeOutcome.Verified, ChangeOutcome.RolledBack, ChangeOutcome.Refused, ChangeOutcome.Refused], results.Select(r => r.Outcome));
        Assert.Equal("CanaryFailed", results[3].Reason);
        Assert.Equal(0, ward.Hosts[2].Writes.Count + ward.Hosts[3].Writes.Count);
    }

    [Theory]
    [InlineData(2)] // applying
    [InlineData(3)] // applied, the first change
    [InlineData(5)]
    public async Task A_journal_that_takes_no_more_stops_the_writing_and_takes_it_back(int lines)
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();
        ChangeRun run = ward.Run(WardPlanner.Everything);
        IReadOnlyList<HostPlan> plans = await run.PlanAsync(ward.Ledger, _ => { }, CancellationToken.None);
        using Journal journal = new(new FullDisk(Path.Combine(ward.Folder, "full.medjournal"), lines));

        HostChange result = Assert.Single(await run.ApplyAsync(plans, journal, _ => { }, CancellationToken.None));

        Assert.Equal("JournalNotWritten", result.Reason);
        Assert.True(result.Outcome is ChangeOutcome.Failed or ChangeOutcome.RolledBack);
        Assert.Empty(result.Left);
        Assert.Equal(before, ward.Dump());
    }

    [Fact]
    public async Task Without_a_journal_nothing_is_written()
    {
        await using Ward ward = await Ward.OpenAsync();
        ChangeRun run = ward.Run(WardPlanner.Everything);
        IReadOnlyList<HostPlan> plans = await run.PlanAsync(ward.Ledger, _ => { }, CancellationToken.None);
        using Journal journal = new(new FullDisk(Path.Combine(ward.Folder, "full.medjournal"), 0));
        await Assert.ThrowsAsync<IOException>(() => run.ApplyAsync(plans, journal, _ => { }, CancellationToken.None));
        Assert.Equal(0, ward.Writes());
    }

    private sealed class FullDisk(string path, int room) : FileStream(path, FileMode.CreateNew, FileAccess.Write)
    {
        private int _lines;

        public override void Write(byte[] array, int offset, int count)
        {
            if (++_lines > room)
                throw new IOException("No space left on device");
            base.Write(array, offset, count);
        }
    }

    private static WardPlanner Denied => new(async (changes, cancel) =>
    {
        await changes.SetValueAsync(RegistryHive.LocalMachine, WardPlanner.Key, "Number", new(RegistryType.DWord, 2u), cancel);
        await changes.SetValueAsync(RegistryHive.LocalMachine, @"SOFTWARE\Closed", "Number", new(RegistryType.DWord, 2u), cancel);
    });
}
