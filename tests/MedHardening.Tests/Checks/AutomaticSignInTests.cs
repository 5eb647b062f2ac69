using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class AutomaticSignInTests
{
    private const string Winlogon = @"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon";

    [Theory]
    [InlineData("0", Outcome.Pass)]
    [InlineData("1", Outcome.Fail)]
    [InlineData("", Outcome.Pass)]
    [InlineData("yes", Outcome.Unknown)]
    public async Task The_switch_is_a_text(string value, Outcome expected) => Assert.Equal(
        expected, (await new AutomaticSignIn().JudgeAsync(new FakeHost().With(Winlogon, "AutoAdminLogon", value))).Outcome);

    [Fact]
    public async Task Without_the_value_nobody_is_signed_in() =>
        Assert.Equal(Outcome.Pass, (await new AutomaticSignIn().JudgeAsync(new FakeHost().With(Winlogon, "Shell", "explorer.exe"))).Outcome);

    [Fact]
    public async Task A_number_is_not_understood() =>
        Assert.Equal(Outcome.Unknown, (await new AutomaticSignIn().JudgeAsync(new FakeHost().With(Winlogon, "AutoAdminLogon", 1u))).Outcome);

    [Fact]
    public async Task The_password_beside_it_is_never_read()
    {
        FakeHost host = new FakeHost().With(Winlogon, "AutoAdminLogon", "1").With(Winlogon, "DefaultPassword", "secret");
        await new AutomaticSignIn().JudgeAsync(host);
        Assert.Equal(["GetStringValue"], host.Asked);
    }

    [Fact]
    public async Task A_key_that_may_not_be_read_is_a_fault() =>
        await Assert.ThrowsAsync<CimFault>(() => new AutomaticSignIn().JudgeAsync(new FakeHost().Failing(Winlogon, CimFaultKind.AccessDenied)));
}
