using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Changes;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Fleet;
using Xunit;

namespace MedHardening.Tests.Changes;

public class BaselinePlannerTests
{
    [Fact]
    public async Task Logs_that_are_too_small_or_stop_when_full_are_repaired_until_the_check_passes()
    {
        await using Ward ward = await Ward.OpenAsync();

        HostChange result = Assert.Single(await ChangeAsync(ward, "server"));

        Assert.Equal(ChangeOutcome.Verified, result.Outcome);
        Assert.Equal(
            [
                @"HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application [MaxSize]: absent → REG_DWORD 33554432",
                @"HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Security [MaxSize]: REG_DWORD 20971520 → REG_DWORD 201326592",
                @"HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Security [Retention]: REG_DWORD 4294967295 → REG_DWORD 0",
            ],
            result.Changes.Select(c => c.ToString()));
        Assert.All(result.Changes, c => Assert.Equal("event-log-size", c.Why));
        Assert.Equal(ChangeOutcome.NothingToDo, Assert.Single(await ChangeAsync(ward, "server")).Outcome);
    }

    [Fact]
    public async Task Where_a_policy_decides_the_policy_is_changed_and_waits_for_a_restart()
    {
        await using Ward ward = await Ward.OpenAsync();
        const string policy = @"HKLM\SOFTWARE\Policies\Microsoft\Windows\EventLog\Security";
        ward.Host.SetValue(policy, "MaxSize", 20480u);
        ward.Host.SetValue(policy, "Retention", "1");

        HostChange result = Assert.Single(await ChangeAsync(ward, "server"));

        Assert.Equal((ChangeOutcome.Verified, true), (result.Outcome, result.IsPending));
        Assert.Contains(policy + " [MaxSize]: REG_DWORD 20480 → REG_DWORD 196608", result.Changes.Select(c => c.ToString()));
        Assert.Contains(policy + " [Retention]: REG_SZ 1 → REG_SZ 0", result.Changes.Select(c => c.ToString()));
        ward.Host.Restart();
        Assert.Equal(ChangeOutcome.NothingToDo, Assert.Single(await ChangeAsync(ward, "server")).Outcome);
    }

    [Fact]
    public async Task A_check_that_still_fails_after_all_was_written_is_told()
    {
        await using Ward ward = await Ward.OpenAsync(1, "stubborn.yaml");
        HostChange result = Assert.Single(await ChangeAsync(ward, "server"));
        Assert.Equal((ChangeOutcome.NotEffective, "StillNotAsWanted"), (result.Outcome, result.Reason));
        Assert.Contains("event-log-size", result.Detail);
        Assert.Equal(1, ward.Writes());
    }

    [Fact]
    public async Task A_check_that_fails_although_there_is_nothing_left_to_write_is_not_called_done()
    {
        await using Ward ward = await Ward.OpenAsync(1, "stubborn.yaml");
        HostChange result = Assert.Single(await ChangeAsync(ward, "server", new EventLogSize.Settings
        {
            MinMegabytes = new Dictionary<string, int> { ["Security"] = 192 },
        }));
        Assert.Equal((ChangeOutcome.NotEffective, "StillNotAsWanted"), (result.Outcome, result.Reason));
        Assert.Equal(0, ward.Writes());
    }

    [Fact]
    public async Task The_row_is_about_servers_so_a_client_is_left_alone()
    {
        await using Ward ward = await Ward.OpenAsync();
        Assert.Equal(ChangeOutcome.NothingToDo, Assert.Single(await ChangeAsync(ward, "client")).Outcome);
        Assert.Equal(0, ward.Writes());
    }

    [Fact]
    public async Task A_demand_that_no_log_can_hold_is_refused()
    {
        await using Ward ward = await Ward.OpenAsync();
        HostChange result = Assert.Single(await ChangeAsync(ward, "server", new EventLogSize.Settings
        {
            MinMegabytes = new Dictionary<string, int> { ["Security"] = 4096 },
        }));
        Assert.Equal((ChangeOutcome.Refused, "NotRepairable"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task What_a_valid_exception_leaves_as_it_is_is_not_repaired()
    {
        await using Ward ward = await Ward.OpenAsync(2);
        FacilityRecord record = TestDoubles.MadeUp.Record(exceptions: [TestDoubles.MadeUp.Exception("access-log", "ward-1")]);
        IReadOnlyList<HostChange> results = await ChangeAsync(ward, "server", record: record);
        Assert.Equal((ChangeOutcome.Refused, "Excepted", "E1"), (results[0].Outcome, results[0].Reason, results[0].Detail));
        Assert.Equal(ChangeOutcome.Verified, results[1].Outcome);
        Assert.Equal(0, ward.Hosts[0].Writes.Count);
    }

    private static Task<IReadOnlyList<HostChange>> ChangeAsync(
        Ward ward, string role, EventLogSize.Settings? settings = null, FacilityRecord? record = null)
    {
        ward.Ledger = ward.Ledger.Select(c => c with { Role = role }).ToArray();
        Dictionary<string, object> all = new() { ["event-log-size"] = settings ?? new EventLogSize.Settings() };
        Baseline baseline = TestDoubles.MadeUp.BaselineOf(all, []);
        StatusRequest request = new(baseline, ProfileReader.Load("mhlw-r7"), record, ward.Ledger, new DateTime(2025, 12, 1)) { Items = ["access-log"] };
        return ward.ChangeAsync(new BaselinePlanner(request));
    }
}
