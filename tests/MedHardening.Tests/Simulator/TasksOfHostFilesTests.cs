using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Tasks, updates, groups and features of the carried hosts.</summary>
public class TasksOfHostFilesTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    [Fact]
    public async Task A_task_has_actions_triggers_and_a_principal_in_it()
    {
        CimObject task = (await carried.RowsAsync(
            "05-hospital-client-ja", "root/Microsoft/Windows/TaskScheduler", "MSFT_ScheduledTask", null, " WHERE TaskName = 'カルテ夜間再起動'")).Single();
        CimObject action = (CimObject)task.List("Actions").Single()!;
        CimObject trigger = (CimObject)task.List("Triggers").Single()!;

        Assert.Equal(("MSFT_TaskExecAction", @"C:\EHR\tools\reboot.bat"), (action.ClassName, action.String("Execute")));
        Assert.Equal(
            ("MSFT_TaskDailyTrigger", "2025-01-01T03:00:00", 1L, true),
            (trigger.ClassName, trigger.String("StartBoundary"), trigger.Int64("DaysInterval"), trigger.Boolean("Enabled")));
        Assert.Equal("SYSTEM", ((CimObject)task["Principal"]!).String("UserId"));
        Assert.Equal((3u, true), (task.UInt32("State"), ((CimObject)task["Settings"]!).Boolean("Enabled")));
    }

    [Fact]
    public async Task A_task_may_repeat_call_a_component_or_be_off()
    {
        Dictionary<string, CimObject> tasks = (await carried.RowsAsync("01-good-client-ja", "root/Microsoft/Windows/TaskScheduler", "MSFT_ScheduledTask"))
            .ToDictionary(t => t.String("TaskPath")! + t.String("TaskName"));
        CimObject repeated = (CimObject)tasks[@"\MicrosoftEdgeUpdateTaskMachineUA"].List("Triggers").Single()!;
        CimObject off = tasks[@"\Microsoft\Windows\AppID\PolicyConverter"];

        Assert.Equal("PT1H", ((CimObject)repeated["Repetition"]!).String("Interval"));
        Assert.Equal("MSFT_TaskComHandlerAction", ((CimObject)tasks[@"\Microsoft\Windows\Registry\RegIdleBackup"].List("Actions").Single()!).ClassName);
        Assert.Equal((1u, false), (off.UInt32("State"), ((CimObject)off["Settings"]!).Boolean("Enabled")));
    }

    [Fact]
    public async Task Updates_say_their_date_in_several_forms() => Assert.Equal(
        ["KB5022282 1/11/2023", "KB5020872 01d92570a3c1e000", "KB4577586 2/20/2021"],
        (await carried.RowsAsync("05-hospital-client-ja", "root/cimv2", "Win32_QuickFixEngineering"))
            .Select(u => u.String("HotFixID") + " " + u.String("InstalledOn")));

    [Theory]
    [InlineData("01-good-client-ja", 2u)]
    [InlineData("05-hospital-client-ja", 1u)]
    [InlineData("08-good-server-ja", 2u)]
    public async Task Old_file_sharing_is_on_where_the_file_says_so(string sample, uint state) => Assert.Equal(
        state,
        (await carried.RowsAsync(sample, "root/cimv2", "Win32_OptionalFeature", null, " WHERE Name = 'SMB1Protocol'")).Single().UInt32("InstallState"));

    [Theory]
    [InlineData("01-good-client-ja", "Administrator localadm Domain Admins")]
    [InlineData("05-hospital-client-ja", "Administrator user support")]
    [InlineData("09-bad-server-ja", "Administrator Domain Admins vendor temp")]
    public async Task Administrators_are(string sample, string names)
    {
        IReadOnlyList<CimObject> groups = await carried.RowsAsync(sample, "root/cimv2", "Win32_Group", null, " WHERE SID = 'S-1-5-32-544'");
        string[] members = (await carried.RowsAsync(sample, "root/cimv2", "Win32_GroupUser"))
            .Where(m => Key(m, "GroupComponent") == groups.Single().String("Name")).Select(m => Key(m, "PartComponent")!).ToArray();

        Assert.Equal(names, string.Join(" ", members));
    }

    [Fact]
    public async Task Defender_runs_on_a_good_client_and_not_beside_another_product()
    {
        CimObject good = (await carried.RowsAsync("01-good-client-ja", "root/Microsoft/Windows/Defender", "MSFT_MpComputerStatus")).Single();
        CimObject old = (await carried.RowsAsync("05-hospital-client-ja", "root/Microsoft/Windows/Defender", "MSFT_MpComputerStatus")).Single();

        Assert.Equal(("Normal", true, 0u), (good.String("AMRunningMode"), good.Boolean("RealTimeProtectionEnabled"), good.UInt32("AntivirusSignatureAge")));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 5, 41, 13, TimeSpan.FromHours(9)), good.DateTime("AntivirusSignatureLastUpdated"));
        Assert.Equal(("Not running", false, null), (old.String("AMRunningMode"), old.Boolean("AMServiceEnabled"), old.DateTime("AntivirusSignatureLastUpdated")));
    }

    /// <summary>The key <c>Name</c> of a reference.</summary>
    private static string? Key(CimObject row, string reference) => ((CimObject)row[reference]!).String("Name");
}
