using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class FirewallProfilesTests
{
    [Theory]
    [InlineData("1", "4", Outcome.Pass)]
    [InlineData("0", "4", Outcome.Fail)]
    [InlineData("1", "2", Outcome.Fail)]
    [InlineData("2", "4", Outcome.Unknown)] // not configured: not the effective store
    [InlineData("1", "0", Outcome.Unknown)]
    [InlineData(null, "4", Outcome.Unknown)]
    public async Task Every_profile_must_be_on_and_block(string? enabled, string inbound, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(Host().WithRow(
            "MSFT_NetFirewallProfile", ("Name", "Public"), ("Enabled", enabled), ("DefaultInboundAction", inbound)))).Outcome);

    [Fact]
    public async Task A_profile_that_is_not_listed_is_unknown() =>
        Assert.Equal(Outcome.Unknown, (await JudgeAsync(Host())).Outcome);

    private static FakeHost Host() => new FakeHost()
        .WithRow("MSFT_NetFirewallProfile", ("Name", "Domain"), ("Enabled", "1"), ("DefaultInboundAction", "4"))
        .WithRow("MSFT_NetFirewallProfile", ("Name", "Private"), ("Enabled", "1"), ("DefaultInboundAction", "4"));

    private static Task<Verdict> JudgeAsync(FakeHost host)
    {
        HostCheck check = new FirewallProfiles();
        return check.EvaluateAsync(new HostView(host, MadeUp.AsOf), new FirewallProfiles.Settings(), CancellationToken.None);
    }
}
