using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class VolumeShadowCopiesTests
{
    [Theory]
    [InlineData("2025-11-24T07:00:00+09:00", 3, Outcome.Pass)] // 7 days before 2025-12-01
    [InlineData("2025-11-23T07:00:00+09:00", 3, Outcome.Fail)]
    [InlineData("2025-11-30T07:00:00+09:00", 2, Outcome.Fail)]
    [InlineData(null, 3, Outcome.Unknown)]
    public async Task Each_volume_has_recent_copies_of_several_generations(string? newest, int copies, Outcome expected)
    {
        FakeHost host = new();
        for (int i = 0; i < copies; i++)
            host.WithRow("Win32_ShadowCopy", ("VolumeName", "D"), ("InstallDate", i == 0 || newest is null ? newest : "2025-10-01T07:00:00+09:00"));
        Assert.Equal(expected, (await new VolumeShadowCopies().JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task None_is_no_fault() =>
        Assert.Equal("NoCopySeen", (await new VolumeShadowCopies().JudgeAsync(new FakeHost().WithNo("Win32_ShadowCopy"))).Reason);
}
