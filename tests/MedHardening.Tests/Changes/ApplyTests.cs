using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Changes;

public class ApplyTests
{
    [Fact]
    public async Task What_is_wanted_is_written_once_verified_and_then_nothing_is_left_to_do()
    {
        await using Ward ward = await Ward.OpenAsync(3);

        IReadOnlyList<HostChange> results = await ward.ChangeAsync(WardPlanner.Everything);

        Assert.All(results, r => Assert.Equal(ChangeOutcome.Verified, r.Outcome));
        Assert.Equal(3 * 5, ward.Writes());
        Assert.All(ward.Hosts, h => Assert.Contains(@"HKLM\SOFTWARE\Ward\New\Deeper\Text String 新しい", h.DumpRegistry()));
        Assert.All(ward.Hosts, h => Assert.Contains(@"HKLM\SOFTWARE\Ward\Number DWord 2", h.DumpRegistry()));
        Assert.All(ward.Hosts, h => Assert.DoesNotContain(h.DumpRegistry(), l => l.Contains("Gone")));
        Assert.All(await ward.PlanAsync(WardPlanner.Everything), p => Assert.Equal(ChangeOutcome.NothingToDo, p.Ended?.Outcome));
    }

    [Fact]
    public async Task A_plan_writes_nothing_and_says_exactly_what_is_then_done()
    {
        await using Ward ward = await Ward.OpenAsync(2);
        IReadOnlyList<string> before = ward.Dump();

        IReadOnlyList<HostPlan> plans = await ward.PlanAsync(WardPlanner.Everything);

        Assert.Equal(0, ward.Writes());
        Assert.Equal(before, ward.Dump());
        Assert.Equal(
            [
                @"HKLM\SOFTWARE\Ward [Number]: REG_DWORD 1 → REG_DWORD 2",
                @"HKLM\SOFTWARE\Ward\New: absent → present",
                @"HKLM\SOFTWARE\Ward\New\Deeper: absent → present",
                @"HKLM\SOFTWARE\Ward\New\Deeper [Text]: absent → REG_SZ 新しい",
                @"HKLM\SOFTWARE\Ward [Gone]: REG_SZ to be deleted → absent",
            ],
            plans[0].Changes.Select(c => c.ToString()));
        IReadOnlyList<HostChange> results = await ward.ChangeAsync(WardPlanner.Everything);
        Assert.Equal(plans.SelectMany(p => p.Changes), results.SelectMany(r => r.Changes));
    }

    [Theory]
    [InlineData("Long")]
    [InlineData("Many")]
    [InlineData("Bytes")]
    [InlineData("Text")]
    public async Task Every_type_comes_back_byte_for_byte(string name)
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();

        HostChange result = Assert.Single(await ward.ChangeAsync(WardPlanner.Set(WardPlanner.Key, name, new(RegistryType.DWord, 7u))));
        Assert.Equal(ChangeOutcome.Verified, result.Outcome);
        Assert.NotEqual(before, ward.Dump());

        Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync()).Outcome);
        Assert.Equal(before, ward.Dump());
    }

    [Fact]
    public async Task A_value_that_could_not_be_put_back_is_not_changed()
    {
        await using Ward ward = await Ward.OpenAsync();
        HostChange result = Assert.Single(await ward.ChangeAsync(WardPlanner.Set(WardPlanner.Key, "Expand", new(RegistryType.DWord, 7u))));
        Assert.Equal((ChangeOutcome.Refused, "NotRestorable"), (result.Outcome, result.Reason));
        Assert.Equal(0, ward.Writes());
    }

    [Fact]
    public async Task Two_demands_that_contradict_each_other_are_refused()
    {
        await using Ward ward = await Ward.OpenAsync();
        WardPlanner contradicting = new(async (changes, cancel) =>
        {
            await changes.SetValueAsync(RegistryHive.LocalMachine, WardPlanner.Key, "Number", new(RegistryType.DWord, 2u), cancel);
            await changes.SetValueAsync(RegistryHive.LocalMachine, WardPlanner.Key, "number", new(RegistryType.DWord, 3u), cancel);
        });
        HostChange result = Assert.Single(await ward.ChangeAsync(contradicting));
        Assert.Equal((ChangeOutcome.Refused, "Contradicting"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task What_waits_for_a_restart_is_verified_and_pending()
    {
        await using Ward ward = await Ward.OpenAsync();
        HostChange result = Assert.Single(await ward.ChangeAsync(
            WardPlanner.Set(WardPlanner.Key, "Number", new(RegistryType.DWord, 2u), ChangeEffect.AfterRestart)));
        Assert.Equal((ChangeOutcome.Verified, true), (result.Outcome, result.IsPending));
    }
}
