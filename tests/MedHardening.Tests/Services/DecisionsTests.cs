using System;
using System.Linq;
using MedHardening.Services;
using Xunit;

namespace MedHardening.Tests.Services;

public class DecisionsTests
{
    private static readonly DateTime s_day = new(2026, 11, 1);

    [Fact]
    public void A_decision_stays_with_its_entry_whatever_else_changed()
    {
        ServiceBaseline old = MadeUpBaselines.Computer("PC-1").With(
            MadeUpBaselines.Service("Svc1", @"C:\a.exe") with { Approved = true, Reason = "印刷", By = "山田", On = s_day });
        ServiceBaseline updated = Decisions.Carry(old, MadeUpBaselines.Computer("PC-1"));

        ServiceEntry entry = updated.Services!.Single(s => s.Name == "Svc1");
        Assert.Equal((true, "印刷", "山田", s_day, @"C:\Windows\System32\svc1.exe"), (entry.Approved, entry.Reason, entry.By, entry.On, entry.Path));
        Assert.Null(updated.Services!.Single(s => s.Name == "Svc2").Approved);
    }

    [Fact]
    public void What_was_forbidden_stays_forbidden_when_it_is_gone()
    {
        ServiceBaseline old = MadeUpBaselines.Computer("PC-1").With(MadeUpBaselines.Program("TeamViewer", "15.0") with { Approved = false });
        ServiceBaseline updated = Captured.ThroughFile(Decisions.Carry(old, MadeUpBaselines.Computer("PC-1")));

        Assert.True(updated.Programs!.Single(p => p.Name == "TeamViewer").Absent);
        Assert.Empty(new ServiceComparer(updated).Compare(MadeUpBaselines.Computer("PC-1")));
        Assert.Equal(
            ["PC-1 TeamViewer NotApproved"],
            new ServiceComparer(updated).Compare(MadeUpBaselines.Computer("PC-1").With(MadeUpBaselines.Program("TeamViewer", "15.1"))).Lines());
    }

    [Fact]
    public void A_decision_about_the_whole_list_does_not_reach_what_came_later()
    {
        ServiceBaseline old = MadeUpBaselines.Computer("PC-1") with { Approved = true, By = "山田", On = s_day };
        ServiceBaseline updated = Decisions.Carry(old, MadeUpBaselines.Computer("PC-1").With(MadeUpBaselines.Service("Later", @"C:\later.exe")));

        Assert.Null(updated.Approved);
        Assert.Null(updated.Services!.Single(s => s.Name == "Later").Approved);
        Assert.Equal((true, "山田"), (updated.Services!.Single(s => s.Name == "Svc1").Approved, updated.Services!.Single(s => s.Name == "Svc1").By));
    }

    [Fact]
    public void Patterns_that_were_edited_stay()
    {
        ServiceBaseline old = MadeUpBaselines.Computer("PC-1") with { Volatile = new VolatilePatterns { Services = ["Temp*"] } };
        Assert.Equal(["Temp*"], Decisions.Carry(old, MadeUpBaselines.Computer("PC-1")).Volatile.Services);
    }

    [Fact]
    public void A_program_keeps_its_decision_over_a_new_version_in_its_name()
    {
        ServiceBaseline old = MadeUpBaselines.Computer("PC-1").With(MadeUpBaselines.Program("7-Zip 25.01 (x64)", "25.01") with { Approved = true });
        ServiceBaseline updated = Decisions.Carry(old, MadeUpBaselines.Computer("PC-1").With(MadeUpBaselines.Program("7-Zip 26.00 (x64)", "26.00")));

        Assert.True(updated.Programs!.Single(p => p.Name == "7-Zip 26.00 (x64)").Approved);
        Assert.DoesNotContain(updated.Programs!, p => p.Absent);
    }

    [Theory]
    [InlineData(ServiceRun.Running, ServiceStartType.Manual, true)]
    [InlineData(ServiceRun.Stopped, ServiceStartType.Automatic, true)]
    [InlineData(ServiceRun.Stopped, ServiceStartType.Manual, false)]
    [InlineData(ServiceRun.Stopped, ServiceStartType.Disabled, false)]
    public void A_forbidden_service_must_neither_run_nor_start_itself(ServiceRun state, ServiceStartType start, bool isDifference)
    {
        ServiceEntry service = MadeUpBaselines.Service("Svc1", @"C:\Windows\System32\svc1.exe");
        ServiceBaseline reference = MadeUpBaselines.Computer("PC-1").With(service with { Approved = false });
        ServiceBaseline actual = MadeUpBaselines.Computer("PC-1").With(service with { State = state, Start = start });

        Assert.Equal(
            isDifference ? [ServiceChange.ShouldBeStopped] : [], new ServiceComparer(reference).Compare(actual).Select(d => d.Change));
    }
}
