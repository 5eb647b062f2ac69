using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim;

public sealed class ServicesTests
{
    private static readonly CimQuery s_question = CimQuery.Class("root/cimv2", "Win32_Service");

    [Fact]
    public async Task Services_come_in_the_order_of_their_names_with_the_words_of_WMI()
    {
        IReadOnlyList<ServiceState> services = await ReadAsync(
            ("W32Time", "Stopped", "Manual"), ("RpcSs", "Running", "Auto"), ("EventLog", "Running", "Auto"), ("disk", "Running", "Boot"), ("X", "Paused", "Disabled"));

        Assert.Equal(["disk", "EventLog", "RpcSs", "W32Time", "X"], services.Select(s => s.Name));
        Assert.Equal([true, true, true, false, true], services.Select(s => s.IsRunning));
        Assert.Equal([true, true, true, false, false], services.Select(s => s.StartsItself));
        Assert.All(services, s => Assert.True(s.IsReadable));
    }

    [Fact]
    public async Task Instances_of_a_per_user_service_are_folded_into_its_template()
    {
        IReadOnlyList<ServiceState> services = await ReadAsync(
            ("RpcSs", "Running", "Auto"), ("EventLog", "Running", "Auto"), ("CDPUserSvc", "Stopped", "Auto"),
            ("CDPUserSvc_1a2b3", "Running", "Auto"), ("CDPUserSvc_4c5d6", "Stopped", "Auto"));

        ServiceState template = Assert.Single(services, s => s.Name.StartsWith("CDPUserSvc", System.StringComparison.Ordinal));
        Assert.Equal("CDPUserSvc", template.Name);
        Assert.True(template.IsRunning);
    }

    [Theory]
    [InlineData("Agent_12345")] // no template of that name
    [InlineData("RpcSs_")]
    [InlineData("RpcSs_xyz1")]
    [InlineData("RpcSs_12")]
    public async Task A_name_that_only_looks_like_an_instance_stays(string name) =>
        Assert.Contains(
            await ReadAsync(("RpcSs", "Running", "Auto"), ("EventLog", "Running", "Auto"), (name, "Running", "Auto")), s => s.Name == name);

    [Fact]
    public async Task A_list_without_the_services_that_every_Windows_has_was_filtered_by_missing_rights()
    {
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => ReadAsync(("EventLog", "Running", "Auto"), ("Spooler", "Running", "Auto")));
        Assert.Equal(CimFaultKind.AccessDenied, fault.Kind);
        Assert.Contains("RpcSs", fault.Message, System.StringComparison.Ordinal);
        Assert.Equal("PC1", fault.Host);
    }

    [Theory]
    [InlineData("Unknown", "Auto")]
    [InlineData("Running", "Unknown")]
    [InlineData(null, "Auto")]
    [InlineData("Running", null)]
    public async Task A_service_whose_state_the_account_may_not_see_is_not_readable(string? state, string? startMode)
    {
        IReadOnlyList<ServiceState> services = await ReadAsync(
            ("RpcSs", "Running", "Auto"), ("EventLog", "Running", "Auto"), ("Secret", state, startMode));
        Assert.False(services.Single(s => s.Name == "Secret").IsReadable);
    }

    [Fact]
    public async Task A_service_without_a_name_breaks_the_protocol()
    {
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => ReadAsync(("RpcSs", "Running", "Auto"), (null, "Running", "Auto")));
        Assert.Equal(CimFaultKind.Protocol, fault.Kind);
    }

    private static Task<IReadOnlyList<ServiceState>> ReadAsync(params (string? Name, string? State, string? StartMode)[] services) =>
        new FakeSession()
            .Answer(s_question, services.Select(s => FakeHost.Row(
                "Win32_Service", ("Name", s.Name), ("DisplayName", "表示名"), ("State", s.State), ("StartMode", s.StartMode))).ToArray())
            .ReadServicesAsync(CancellationToken.None);
}
