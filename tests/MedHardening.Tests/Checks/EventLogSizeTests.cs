using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class EventLogSizeTests
{
    [Theory]
    [InlineData("201326592", "0", Outcome.Pass)] // 192 MiB, overwrite as needed
    [InlineData("201326591", "0", Outcome.Fail)]
    [InlineData("20971520", "0", Outcome.Fail)] // the default of Windows
    [InlineData("201326592", "4294967295", Outcome.Fail)] // never overwritten: stops when full
    [InlineData("201326592", "30", Outcome.Pass)]
    [InlineData(null, "0", Outcome.Unknown)]
    [InlineData("201326592", null, Outcome.Unknown)]
    public async Task The_security_log_is_judged_by_size_and_overwriting(string? size, string? outdated, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(new FakeHost().WithRow(
            "Win32_NTEventlogFile", ("LogfileName", "Security"), ("MaxFileSize", size), ("OverwriteOutDated", outdated)))).Outcome);

    [Fact]
    public async Task A_list_without_the_security_log_is_a_missing_right_and_no_missing_log()
    {
        Verdict verdict = await JudgeAsync(new FakeHost().WithRow("Win32_NTEventlogFile", ("LogfileName", "System"), ("MaxFileSize", "33554432")));
        Assert.Equal((Outcome.Unknown, "AccessDenied"), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public async Task A_baseline_without_the_security_log_proves_nothing_about_access_logs()
    {
        FakeHost host = new FakeHost().WithRow(
            "Win32_NTEventlogFile", ("LogfileName", "Application"), ("MaxFileSize", "33554432"), ("OverwriteOutDated", "0"));
        Verdict verdict = await JudgeAsync(host, "Application");
        Assert.Equal((Outcome.Unknown, "BaselineSilent"), (verdict.Outcome, verdict.Reason));
    }

    private static Task<Verdict> JudgeAsync(FakeHost host, string log = "Security")
    {
        HostCheck check = new EventLogSize();
        return check.EvaluateAsync(
            new HostView(host, MadeUp.AsOf),
            new EventLogSize.Settings { MinMegabytes = new Dictionary<string, int> { [log] = log == "Security" ? 192 : 32 } },
            CancellationToken.None);
    }
}
