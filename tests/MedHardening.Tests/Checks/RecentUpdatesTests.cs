using System.Collections.Generic;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class RecentUpdatesTests
{
    private const string Version = @"SOFTWARE\Microsoft\Windows NT\CurrentVersion";

    [Theory]
    [InlineData("11/12/2025", Outcome.Pass)]
    [InlineData("20251112", Outcome.Pass)]
    [InlineData("10/2/2025", Outcome.Unknown)] // 60 days before 2025-12-01; or 10 February
    [InlineData("9/30/2025", Outcome.Fail)]
    [InlineData("30/9/2025", Outcome.Fail)] // cannot be a month
    [InlineData("13.11.2025", Outcome.Pass)]
    [InlineData("01dc53ee2f0f8000", Outcome.Pass)] // FILETIME of 2025-11-12
    [InlineData("1/11/2023", Outcome.Fail)] // 11 January or 1 November, both long ago
    [InlineData("6/11/2025", Outcome.Unknown)] // 11 June or 6 November
    [InlineData("", Outcome.Unknown)]
    [InlineData("yesterday", Outcome.Unknown)]
    [InlineData("99/99/2025", Outcome.Unknown)]
    [InlineData("12/31/2025", Outcome.Unknown)] // after the day of the judgement
    public async Task The_newest_update_must_not_be_old(string installedOn, Outcome expected) => Assert.Equal(
        expected,
        (await new RecentUpdates().JudgeAsync(new FakeHost().WithRow("Win32_QuickFixEngineering", ("InstalledOn", installedOn)))).Outcome);

    [Fact]
    public async Task Of_several_the_newest_counts()
    {
        FakeHost host = new FakeHost().WithRow("Win32_QuickFixEngineering", ("InstalledOn", "2/20/2021")).WithRow("Win32_QuickFixEngineering", ("InstalledOn", "11/25/2025"));
        Assert.Equal(Outcome.Pass, (await new RecentUpdates().JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task No_update_at_all_is_not_understood() =>
        Assert.Equal(Outcome.Unknown, (await new RecentUpdates().JudgeAsync(new FakeHost().WithNo("Win32_QuickFixEngineering"))).Outcome);

    [Theory]
    [InlineData(7171u, Outcome.Pass)]
    [InlineData(7170u, Outcome.Fail)]
    [InlineData(null, Outcome.Unknown)]
    public async Task The_revision_is_held_to_the_least_of_its_build(uint? revision, Outcome expected)
    {
        FakeHost host = new FakeHost().WithRow("Win32_QuickFixEngineering", ("InstalledOn", "11/25/2025"));
        if (revision is not null)
            host.With(Version, "UBR", revision.Value);
        RecentUpdates.Settings settings = new() { MinRevision = new Dictionary<string, uint> { ["26100"] = 7171 } };
        Assert.Equal(expected, (await new RecentUpdates().JudgeAsync(host, settings)).Outcome);
    }
}
