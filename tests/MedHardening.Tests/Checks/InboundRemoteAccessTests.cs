using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class InboundRemoteAccessTests
{
    [Theory]
    [InlineData("TCP", "3389", "Any", Outcome.Fail)]
    [InlineData("TCP", "3389", "LocalSubnet", Outcome.Pass)]
    [InlineData("TCP", "3389", "192.0.2.10", Outcome.Pass)]
    [InlineData("TCP", "80", "Any", Outcome.Pass)]
    [InlineData("UDP", "3389", "Any", Outcome.Pass)]
    [InlineData("6", "3000-4000", "Any", Outcome.Fail)]
    [InlineData("TCP", "Any", "Any", Outcome.Pass)] // a rule for a program
    public async Task A_rule_that_names_the_port_names_its_sources(string protocol, string port, string remote, Outcome expected)
    {
        FakeHost host = new FakeHost().WithRow("MSFT_NetFirewallRule", ("InstanceID", "R1"), ("DisplayName", "R"))
            .WithRow("MSFT_NetProtocolPortFilter", ("InstanceID", "r1"), ("Protocol", protocol), ("LocalPort", port))
            .WithRow("MSFT_NetAddressFilter", ("InstanceID", "R1"), ("RemoteAddress", remote));
        Assert.Equal(expected, (await new InboundRemoteAccess().JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task No_rules_at_all_come_from_missing_rights()
    {
        FakeHost host = new FakeHost().WithNo("MSFT_NetFirewallRule").WithNo("MSFT_NetProtocolPortFilter").WithNo("MSFT_NetAddressFilter");
        Assert.Equal("AccessDenied", (await new InboundRemoteAccess().JudgeAsync(host)).Reason);
    }

    [Fact]
    public async Task A_rule_without_its_filters_is_a_fault()
    {
        FakeHost host = new FakeHost().WithRow("MSFT_NetFirewallRule", ("InstanceID", "R1")).WithNo("MSFT_NetProtocolPortFilter").WithNo("MSFT_NetAddressFilter");
        Assert.Equal(CimFaultKind.Protocol, (await Assert.ThrowsAsync<CimFault>(() => new InboundRemoteAccess().JudgeAsync(host))).Kind);
    }
}
