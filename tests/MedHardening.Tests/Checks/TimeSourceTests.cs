using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class TimeSourceTests
{
    private const string Policy = @"SOFTWARE\Policies\Microsoft\W32Time\Parameters";
    private const string Local = @"SYSTEM\CurrentControlSet\Services\W32Time\Parameters";

    [Theory]
    [InlineData("NT5DS", null, Outcome.Pass)]
    [InlineData("NTP", "ntp.nict.jp,0x9", Outcome.Pass)]
    [InlineData("NTP", null, Outcome.Fail)]
    [InlineData("NoSync", null, Outcome.Fail)]
    [InlineData("AllSync", null, Outcome.Pass)]
    [InlineData("Odd", null, Outcome.Unknown)]
    public async Task The_kind_of_source_decides(string type, string? server, Outcome expected)
    {
        FakeHost host = Host("Manual").With(Local, "Type", type);
        if (server is not null)
            host.With(Local, "NtpServer", server);
        Assert.Equal(expected, (await new TimeSource().JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task Policy_wins_over_the_local_setting() => Assert.Equal(
        Outcome.Fail, (await new TimeSource().JudgeAsync(Host("Auto").With(Policy, "Type", "NoSync").With(Local, "Type", "NT5DS"))).Outcome);

    [Fact]
    public async Task A_disabled_service_fails() =>
        Assert.Equal(Outcome.Fail, (await new TimeSource().JudgeAsync(Host("Disabled").With(Local, "Type", "NT5DS"))).Outcome);

    [Fact]
    public async Task Without_any_value_nothing_is_known() =>
        Assert.Equal(Outcome.Unknown, (await new TimeSource().JudgeAsync(Host("Auto"))).Outcome);

    private static FakeHost Host(string startMode) => new FakeHost().WithService("W32Time", "Stopped", startMode);
}
