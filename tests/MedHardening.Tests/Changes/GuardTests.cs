using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;
using MedHardening.Fleet;
using Xunit;

namespace MedHardening.Tests.Changes;

/// <summary>What must not be written to is not, and is told why.</summary>
public class GuardTests
{
    // Sunday, 2026-11-22, 22:30 in Japan.
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 13, 30, 0, TimeSpan.Zero);

    public static TheoryData<string, string?> Rows => new()
    {
        { "参照のみ", "NotWritable" },
        { "接触不可", "NotContactable" },
        { "no ledger", "NotInLedger" },
        { "other name", "WrongComputer" },
        { "other serial", "WrongSerial" },
        { "window 03:00-05:00", "OutsideWindow" },
        { "window 22:00-06:00", null },
        { "可", null },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_ledger_decides_whether_a_computer_is_written_to(string row, string? reason)
    {
        await using Ward ward = await Ward.OpenAsync();
        LedgerComputer computer = ward.Ledger[0] with { Serial = " " + SerialOf("WARD-1").ToLowerInvariant() + " " };
        ward.Ledger =
        [
            row switch
            {
                "参照のみ" => computer with { Handling = Handling.ReadOnly },
                "接触不可" => computer with { Handling = Handling.NotContactable },
                "no ledger" => computer with { Line = 0 },
                "other name" => computer with { Name = "WARD-2" },
                "other serial" => computer with { Serial = "SN0" },
                _ when row.StartsWith("window", StringComparison.Ordinal) => computer with { Window = MaintenanceWindow.Parse(row[7..]) },
                _ => computer,
            },
        ];
        HostChange result = Assert.Single(await ward.ChangeAsync(WardPlanner.Everything, Ward.Options with { Now = () => s_now }));
        Assert.Equal(reason, result.Reason);
        Assert.Equal(reason is null ? ChangeOutcome.Verified : ChangeOutcome.Refused, result.Outcome);
        Assert.Equal(reason is null ? 5 : 0, ward.Writes());
    }

    [Fact]
    public async Task Another_computer_at_the_address_after_the_plan_is_not_written_to()
    {
        await using Ward ward = await Ward.OpenAsync(2);
        LedgerComputer second = ward.Ledger[1];
        ward.Ledger = [ward.Ledger[0]];
        ChangeRun run = new(Ward.Transport(), c => ward.Target(c), WardPlanner.Everything, Ward.Options);
        IReadOnlyList<HostPlan> plans = await run.PlanAsync(ward.Ledger, _ => { }, default);
        ChangeRun moved = new(Ward.Transport(), c => ward.Target(c with { Address = second.Address }), WardPlanner.Everything, Ward.Options);
        using Journal journal = Journal.Create(ward.Folder, JournalHeader.Now("test", null));
        HostChange result = Assert.Single(await moved.ApplyAsync(plans, journal, _ => { }, default));
        Assert.Equal((ChangeOutcome.Refused, "WrongComputer"), (result.Outcome, result.Reason));
        Assert.Equal(0, ward.Writes());
    }

    [Theory]
    [InlineData(@"SOFTWARE\Policies\Microsoft\Windows\WinRM\Service", "AllowAutoConfig")]
    [InlineData(@"system\currentcontrolset\services\winrm", "Start")]
    [InlineData(@"SYSTEM\ControlSet001\Services\RpcSs\Parameters", "x")]
    [InlineData(@"SOFTWARE\Policies\Microsoft\WindowsFirewall\DomainProfile", "DoNotAllowExceptions")]
    [InlineData(@"SYSTEM\CurrentControlSet\Control\Lsa", "LmCompatibilityLevel")]
    public async Task A_value_that_may_cut_off_the_connection_needs_force(string path, string name)
    {
        await using Ward ward = await Ward.OpenAsync();
        WardPlanner planner = WardPlanner.Set(path, name, new(RegistryType.DWord, 0u));
        HostChange refused = Assert.Single(await ward.ChangeAsync(planner));
        Assert.Equal((ChangeOutcome.Refused, "WouldCutOff"), (refused.Outcome, refused.Reason));
        Assert.Equal(0, ward.Writes());
        Assert.Null(Assert.Single(await ward.PlanAsync(planner, Ward.Options with { Force = true })).Ended);
    }

    [Fact]
    public async Task Stopping_or_disabling_WinRM_needs_force_and_another_service_does_not()
    {
        await using Ward ward = await Ward.OpenAsync();
        async Task<string?> ReasonAsync(Func<ChangeList, Task> wanted) =>
            Assert.Single(await ward.PlanAsync(new WardPlanner((changes, _) => wanted(changes)))).Ended?.Reason;
        Assert.Equal("WouldCutOff", await ReasonAsync(c => c.SetStateAsync("WinRM", runs: false, default)));
        Assert.Equal("WouldCutOff", await ReasonAsync(c => c.SetStartModeAsync("WinRM", ServiceStart.Manual, default)));
        Assert.Null(await ReasonAsync(c => c.SetStateAsync("Spooler", runs: false, default)));
    }

    [Theory]
    [InlineData("22:00-06:00", 22, 30, true)]
    [InlineData("22:00-06:00", 29, 59, true)]
    [InlineData("22:00-06:00", 30, 0, false)]
    [InlineData("日 22:00-06:00", 29, 0, true)] // Monday 05:00 belongs to Sunday's night
    [InlineData("月火 22:00-06:00", 29, 0, false)]
    [InlineData("土日 13:00-18:00", 13, 0, true)]
    [InlineData("土日１３：００－１８：００", 18, 0, false)]
    public void A_window_is_in_the_time_of_Japan(string text, int hoursAfterSunday, int minutes, bool expected)
    {
        DateTimeOffset sunday = new(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(9));
        Assert.Equal(expected, MaintenanceWindow.Parse(text)!.Contains(sunday.AddHours(hoursAfterSunday).AddMinutes(minutes).ToUniversalTime()));
    }

    [Theory]
    [InlineData("夜間")]
    [InlineData("25:00-06:00")]
    [InlineData("10:00-10:00")]
    [InlineData("10:00")]
    public void What_is_no_window_is_none(string text) => Assert.Null(MaintenanceWindow.Parse(text));

    // As the simulator makes it of a name: FNV-1a.
    private static string SerialOf(string name) => "SN" + name.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619).ToString("X8", System.Globalization.CultureInfo.InvariantCulture);
}
