using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Changes;

public class ServiceChangeTests
{
    [Fact]
    public async Task A_service_is_stopped_and_disabled_and_comes_back_with_what_runs_on_it()
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();
        WardPlanner planner = new(async (changes, cancel) =>
        {
            await changes.SetStateAsync("FaxQueue", runs: false, cancel);
            await changes.SetStateAsync("Fax", runs: false, cancel);
            await changes.SetStartModeAsync("Fax", ServiceStart.Disabled, cancel);
        });

        Assert.Equal(ChangeOutcome.Verified, Assert.Single(await ward.ChangeAsync(planner)).Outcome);
        Assert.Equal(["Fax Stopped Disabled", "FaxQueue Stopped Manual"], await StatesAsync(ward));
        Assert.Equal(3, ward.Writes());
        Assert.Equal(ChangeOutcome.NothingToDo, Assert.Single(await ward.PlanAsync(planner)).Ended?.Outcome);

        Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync()).Outcome);
        Assert.Equal(["Fax Running Auto", "FaxQueue Running Manual"], await StatesAsync(ward));
        Assert.Equal(before, ward.Dump());
    }

    [Fact]
    public async Task A_service_that_others_run_on_is_not_stopped_under_them()
    {
        await using Ward ward = await Ward.OpenAsync();
        HostChange result = Assert.Single(await ward.ChangeAsync(new WardPlanner((changes, cancel) => changes.SetStateAsync("Fax", runs: false, cancel))));
        Assert.Equal((ChangeOutcome.RolledBack, "HostFault"), (result.Outcome, result.Reason));
        Assert.Contains("ReturnValue 3", result.Detail);
        Assert.Equal(["Fax Running Auto", "FaxQueue Running Manual"], await StatesAsync(ward));
    }

    [Fact]
    public async Task A_delayed_start_is_a_value_that_waits_for_a_restart_and_goes_again()
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();
        HostChange result = Assert.Single(await ward.ChangeAsync(
            new WardPlanner((changes, cancel) => changes.SetStartModeAsync("FaxQueue", ServiceStart.AutoDelayed, cancel))));
        Assert.Equal((ChangeOutcome.Verified, true), (result.Outcome, result.IsPending));
        Assert.Contains(@"HKLM\SYSTEM\CurrentControlSet\Services\FaxQueue\DelayedAutostart DWord 1", ward.Dump());
        ward.Host.Restart();
        Assert.Contains("FaxQueue Running Auto delayed", await StatesAsync(ward));
        Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync()).Outcome);
        Assert.Equal(before, ward.Dump());
    }

    [Fact]
    public async Task A_method_changes_an_instance_and_another_takes_it_back()
    {
        await using Ward ward = await Ward.OpenAsync();
        MethodChange stop = new(
            "root/cimv2", "Win32_Service", new Dictionary<string, string> { ["Name"] = "Spooler" }, "State", "Running", "Stopped",
            new NamedMethod("StopService"), new NamedMethod("StartService"), "test");
        Assert.Equal("Win32_Service Spooler [State] StopService(): Running → Stopped", stop.ToString());
        WardPlanner planner = new((changes, _) =>
        {
            changes.Add(stop);
            return Task.CompletedTask;
        });
        Assert.Equal("WouldCutOff", Assert.Single(await ward.PlanAsync(planner)).Ended?.Reason); // what a method does nobody knows
        Assert.Equal(ChangeOutcome.Verified, Assert.Single(await ward.ChangeAsync(planner, Ward.Options with { Force = true })).Outcome);
        Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync()).Outcome);
        Assert.Equal(2, ward.Writes());
    }

    [Fact]
    public async Task A_service_that_is_not_there_fails_the_plan_and_writes_nothing()
    {
        await using Ward ward = await Ward.OpenAsync();
        HostPlan plan = Assert.Single(await ward.PlanAsync(new WardPlanner((c, cancel) => c.SetStateAsync("O'Neil\\", runs: false, cancel))));
        Assert.Equal((ChangeOutcome.Failed, "InstanceNotFound"), (plan.Ended!.Outcome, plan.Ended.Reason));
    }

    private static async Task<string[]> StatesAsync(Ward ward)
    {
        using ICimSession session = await Ward.Transport().OpenAsync(ward.Target(ward.Ledger[0]), default);
        return (await session.QueryAsync(CimQuery.Class("root/cimv2", "Win32_Service"), default))
            .Where(s => s.String("Name")!.StartsWith("Fax", StringComparison.Ordinal))
            .Select(s => s.String("Name") + " " + s.String("State") + " " + s.String("StartMode") + (s.Boolean("DelayedAutoStart") == true ? " delayed" : ""))
            .ToArray();
    }
}
