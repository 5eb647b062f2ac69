using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class LogDiskSpaceTests
{
    [Theory]
    [InlineData("1000", "100", Outcome.Pass)]
    [InlineData("1000", "99", Outcome.Fail)]
    [InlineData("0", "0", Outcome.Unknown)]
    [InlineData(null, "100", Outcome.Unknown)]
    public async Task The_drive_of_the_log_is_judged(string? size, string free, Outcome expected)
    {
        FakeHost host = new FakeHost()
            .WithRow("Win32_NTEventlogFile", ("LogfileName", "Security"), ("Name", @"D:\Logs\Security.evtx"))
            .WithRow("Win32_LogicalDisk", ("DeviceID", "C:"), ("Size", "1000"), ("FreeSpace", "900"))
            .WithRow("Win32_LogicalDisk", ("DeviceID", "D:"), ("Size", size), ("FreeSpace", free));
        Assert.Equal(expected, (await new LogDiskSpace().JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task Without_logs_no_drive_is_known() => Assert.Equal(
        Outcome.Unknown,
        (await new LogDiskSpace().JudgeAsync(new FakeHost().WithNo("Win32_NTEventlogFile").WithRow("Win32_LogicalDisk", ("DeviceID", "C:"), ("Size", "10"), ("FreeSpace", "9")))).Outcome);
}
