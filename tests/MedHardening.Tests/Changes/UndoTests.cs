using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Fleet;
using Xunit;

namespace MedHardening.Tests.Changes;

public class UndoTests
{
    [Fact]
    public async Task What_others_changed_since_stays_and_is_told_and_all_else_is_taken_back()
    {
        await using Ward ward = await Ward.OpenAsync();
        await ward.ChangeAsync(WardPlanner.Everything);
        ward.Host.SetValue(Ward.Key, "Number", 77u);

        HostChange result = Assert.Single(await ward.UndoAsync());

        Assert.Equal((ChangeOutcome.Conflict, "ChangedSince"), (result.Outcome, result.Reason));
        Assert.Equal(@"HKLM\SOFTWARE\Ward [Number]", Assert.Single(result.Left).Location);
        Assert.Contains("REG_DWORD 77", result.Detail);
        Assert.Contains(@"HKLM\SOFTWARE\Ward\Number DWord 77", ward.Dump());
        Assert.Contains(@"HKLM\SOFTWARE\Ward\Gone String to be deleted", ward.Dump());
        Assert.DoesNotContain(ward.Dump(), l => l.Contains("New"));
        Assert.Equal(RunState.PartlyUndone, JournalReader.Read(ward.Journal).State);
    }

    [Fact]
    public async Task With_force_it_is_taken_back_all_the_same()
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();
        await ward.ChangeAsync(WardPlanner.Everything);
        ward.Host.SetValue(Ward.Key, "Number", "another type");
        Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync(force: true)).Outcome);
        Assert.Equal(before, ward.Dump());
    }

    [Fact]
    public async Task A_key_of_ours_is_kept_when_others_have_put_something_into_it()
    {
        await using Ward ward = await Ward.OpenAsync();
        await ward.ChangeAsync(WardPlanner.Everything);
        ward.Host.SetValue(Ward.Key + @"\New", "Theirs", 1u);

        Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync()).Outcome);

        Assert.Contains(@"HKLM\SOFTWARE\Ward\New\Theirs DWord 1", ward.Dump());
        Assert.DoesNotContain(ward.Dump(), l => l.Contains("Deeper"));
    }

    [Fact]
    public async Task Only_what_is_named_is_taken_back_and_the_rest_can_be_later()
    {
        await using Ward ward = await Ward.OpenAsync(2);
        await ward.ChangeAsync(WardPlanner.Everything);
        JournalledRun run = JournalReader.Read(ward.Journal);
        using (Journal journal = Journal.Continue(ward.Journal))
            await new UndoRun(Ward.Transport(), ward.Target, Ward.Options).ApplyAsync([run.Hosts[0]], journal, _ => { }, default);
        Assert.Equal(RunState.PartlyUndone, JournalReader.Read(ward.Journal).State);
        Assert.Equal("WARD-2", Assert.Single(await ward.UndoAsync()).Computer.Name);
        Assert.Equal(RunState.Undone, JournalReader.Read(ward.Journal).State);
    }

    [Fact]
    public async Task The_plan_of_taking_back_reads_only_and_says_what_it_will_do()
    {
        await using Ward ward = await Ward.OpenAsync();
        await ward.ChangeAsync(WardPlanner.Everything);
        ward.Host.SetValue(Ward.Key, "Number", 77u);
        ward.Host.SetValue(Ward.Key, "Gone", "to be deleted");
        long writes = ward.Writes();

        IReadOnlyList<UndoPlan> plans = await new UndoRun(Ward.Transport(), ward.Target, Ward.Options)
            .PlanAsync(JournalReader.Read(ward.Journal).Hosts, _ => { }, default);

        Assert.Equal(writes, ward.Writes());
        Assert.Equal(
            [Restoration.NotNeeded, Restoration.Restores, Restoration.Restores, Restoration.Restores, Restoration.Conflict],
            Assert.Single(plans).Steps.Select(s => s.Restoration));
    }

    [Fact]
    public async Task Another_computer_of_that_name_or_one_that_may_not_be_changed_any_more_is_not_taken_back()
    {
        await using Ward ward = await Ward.OpenAsync();
        await ward.ChangeAsync(WardPlanner.Everything);
        JournalledHost host = JournalReader.Read(ward.Journal).Hosts[0];
        long writes = ward.Writes();
        async Task<string?> ReasonAsync(JournalledHost of) =>
            Assert.Single(await new UndoRun(Ward.Transport(), ward.Target, Ward.Options).PlanAsync([of], _ => { }, default)).Ended?.Reason;
        Assert.Equal("WrongSerial", await ReasonAsync(host with { OwnSerial = "SN1" }));
        Assert.Equal("WrongComputer", await ReasonAsync(host with { OwnName = "WARD-9" }));
        Assert.Equal("NotWritable", await ReasonAsync(host with { Computer = ward.Ledger[0] with { Handling = Handling.ReadOnly } }));
        Assert.Null(await ReasonAsync(host));
        Assert.Equal(writes, ward.Writes());
    }
}
