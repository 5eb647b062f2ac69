using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class WiredAuthenticationTests
{
    private const string Policy = @"SOFTWARE\Policies\Microsoft\Windows\WiredL2\GP_Policy";

    [Theory]
    [InlineData("Running", "Auto", true, Outcome.Pass)]
    [InlineData("Running", "Auto", false, Outcome.Unknown)] // the profile may have been made on the computer itself
    [InlineData("Stopped", "Manual", true, Outcome.Fail)]
    [InlineData("Unknown", "Unknown", true, Outcome.Unknown)]
    public async Task Service_and_delivered_profile_are_there(string state, string startMode, bool policy, Outcome expected)
    {
        FakeHost host = new FakeHost().WithService("dot3svc", state, startMode);
        if (policy)
            host.With(Policy);
        Assert.Equal(expected, (await new WiredAuthentication().JudgeAsync(host)).Outcome);
    }
}
