using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Changes;
using Xunit;

namespace MedHardening.Tests.Changes;

public class PlanFileTests
{
    [Fact]
    public async Task A_saved_plan_is_made_exactly_and_not_what_would_be_planned_today()
    {
        await using Ward ward = await Ward.OpenAsync(2);
        IReadOnlyList<JournalledHost> saved = await SaveAsync(ward);
        WardPlanner nothing = new((_, _) => Task.CompletedTask);
        IReadOnlyList<HostChange> results = await ward.ChangeAsync(new PlannedChanges(saved, nothing));
        Assert.All(results, r => Assert.Equal(ChangeOutcome.Verified, r.Outcome));
        Assert.Equal(10, ward.Writes());
        Assert.All(await ward.PlanAsync(WardPlanner.Everything), p => Assert.Equal(ChangeOutcome.NothingToDo, p.Ended?.Outcome));
    }

    [Fact]
    public async Task A_computer_that_changed_since_is_refused_with_the_difference_and_the_others_are_changed()
    {
        await using Ward ward = await Ward.OpenAsync(2);
        IReadOnlyList<JournalledHost> saved = await SaveAsync(ward);
        ward.Hosts[1].SetValue(Ward.Key, "Gone", "not so");

        IReadOnlyList<HostChange> results = await ward.ChangeAsync(new PlannedChanges(saved, WardPlanner.Everything));

        Assert.Equal(ChangeOutcome.Verified, results[0].Outcome);
        Assert.Equal((ChangeOutcome.Refused, "ChangedSince"), (results[1].Outcome, results[1].Reason));
        Assert.Equal(@"HKLM\SOFTWARE\Ward [Gone]: REG_SZ to be deleted ≠ REG_SZ not so", results[1].Detail);
        Assert.Equal(0, ward.Hosts[1].Writes.Count);
    }

    [Fact]
    public async Task A_plan_with_a_dangerous_change_written_into_it_is_refused()
    {
        await using Ward ward = await Ward.OpenAsync();
        string path = Path.Combine(ward.Folder, "plan.json");
        await SaveAsync(ward);
        File.WriteAllText(path, File.ReadAllText(path).Replace(@"SOFTWARE\\Ward\\New\\Deeper", @"SYSTEM\\CurrentControlSet\\Services\\WinRM"));
        HostChange result = Assert.Single(await ward.ChangeAsync(new PlannedChanges(PlanFile.Read(path), WardPlanner.Everything)));
        Assert.Equal(ChangeOutcome.Refused, result.Outcome);
        Assert.Equal(0, ward.Writes());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"schema\":\"medhardening/plan/1\"}")]
    [InlineData("{\"schema\":\"medhardening/journal/1\",\"hosts\":[]}")]
    [InlineData("{\"schema\":\"medhardening/plan/1\",\"hosts\":[1]}")]
    [InlineData("{\"schema\":\"medhardening/plan/1\",\"hosts\":[{\"host\":\"A\"}]}")]
    public void What_is_no_plan_is_refused(string text)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            Assert.Throws<InvalidFileException>(() => PlanFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<IReadOnlyList<JournalledHost>> SaveAsync(Ward ward)
    {
        string path = Path.Combine(ward.Folder, "plan.json");
        PlanFile.Save(path, JournalHeader.Now("test", null), await ward.PlanAsync(WardPlanner.Everything));
        return PlanFile.Read(path);
    }
}
