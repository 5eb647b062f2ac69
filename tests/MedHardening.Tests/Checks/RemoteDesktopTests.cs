using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class RemoteDesktopTests
{
    [Theory]
    [InlineData("0", "1", false, Outcome.Pass)]
    [InlineData("0", "0", false, Outcome.Pass)] // nobody can connect, so it does not matter
    [InlineData("1", "1", false, Outcome.Fail)]
    [InlineData("1", "1", true, Outcome.Pass)]
    [InlineData("1", "0", true, Outcome.Fail)]
    [InlineData("1", null, true, Outcome.Unknown)]
    [InlineData(null, "1", true, Outcome.Unknown)]
    public async Task It_is_off_or_approved_with_authentication_first(string? on, string? authentication, bool allowed, Outcome expected)
    {
        FakeHost host = new FakeHost()
            .WithRow("Win32_TerminalServiceSetting", ("AllowTSConnections", on))
            .WithRow("Win32_TSGeneralSetting", ("TerminalName", "Other"), ("UserAuthenticationRequired", "1"))
            .WithRow("Win32_TSGeneralSetting", ("TerminalName", "RDP-Tcp"), ("UserAuthenticationRequired", authentication));
        Assert.Equal(expected, (await new RemoteDesktop().JudgeAsync(host, new RemoteDesktop.Settings { Allowed = allowed })).Outcome);
    }

    [Fact]
    public async Task Classes_without_instances_say_nothing()
    {
        FakeHost host = new FakeHost().WithNo("Win32_TerminalServiceSetting").WithNo("Win32_TSGeneralSetting");
        Assert.Equal(Outcome.Unknown, (await new RemoteDesktop().JudgeAsync(host)).Outcome);
    }
}
