using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class ApprovedPortsTests
{
    private readonly ApprovedPorts.Settings _settings = new() { Tcp = [135, 445], Udp = [123] };

    [Theory]
    [InlineData("0.0.0.0", "445", Outcome.Pass)]
    [InlineData("::", "23", Outcome.Fail)]
    [InlineData("127.0.0.1", "23", Outcome.Pass)] // only the computer itself reaches it
    [InlineData("::1", "23", Outcome.Pass)]
    [InlineData("0.0.0.0", "49664", Outcome.Pass)]
    public async Task A_port_that_others_can_reach_is_approved(string address, string port, Outcome expected) =>
        Assert.Equal(expected, (await new ApprovedPorts().JudgeAsync(Host().WithTcp(address, port), _settings)).Outcome);

    [Fact]
    public async Task Dynamic_ports_need_approval_too() => Assert.Equal(
        Outcome.Fail, (await new ApprovedPorts().JudgeAsync(Host().WithTcp("0.0.0.0", "49664"), _settings with { Dynamic = false })).Outcome);

    [Fact]
    public async Task A_TCP_port_approves_no_UDP_port()
    {
        FakeHost host = Host().WithRow("MSFT_NetUDPEndpoint", ("LocalAddress", "0.0.0.0"), ("LocalPort", "445"), ("OwningProcess", "4"));
        Verdict verdict = await new ApprovedPorts().JudgeAsync(host, _settings);
        Assert.Equal(("udp 445", "System (4)"), (Assert.Single(verdict.Evidence).Source, verdict.Evidence[0].Actual));
    }

    [Fact]
    public async Task Without_a_list_ports_are_left_to_the_service_baseline() =>
        Assert.Equal(Outcome.NotApplicable, (await new ApprovedPorts().JudgeAsync(Host())).Outcome);

    [Fact]
    public async Task A_list_without_the_endpoint_mapper_is_a_fault()
    {
        FakeHost host = new FakeHost().WithSoftware().WithNo("MSFT_NetTCPConnection").WithNo("MSFT_NetUDPEndpoint");
        Assert.Equal(CimFaultKind.AccessDenied, (await Assert.ThrowsAsync<CimFault>(() => new ApprovedPorts().JudgeAsync(host, _settings))).Kind);
    }

    private static FakeHost Host() => new FakeHost().WithSoftware().WithTcp("0.0.0.0", "135")
        .WithRow("MSFT_NetUDPEndpoint", ("LocalAddress", "0.0.0.0"), ("LocalPort", "123"), ("OwningProcess", "1000"));
}

internal static class PortOfFakeHost
{
    public static FakeHost WithTcp(this FakeHost host, string address, string port, string process = "4") =>
        host.WithRow("MSFT_NetTCPConnection", ("LocalAddress", address), ("LocalPort", port), ("State", "2"), ("OwningProcess", process));
}
