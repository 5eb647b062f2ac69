using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Rules and connections of the carried hosts. A rule's ports, addresses, program and service are in filters with its InstanceID.</summary>
public class FirewallOfHostFilesTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    private const string Namespace = "root/StandardCimv2";
    private const string Active = "ActiveStore";

    [Theory]
    [InlineData("01-good-client-ja", null)]
    [InlineData("01-good-client-ja", Active)]
    [InlineData("05-hospital-client-ja", null)]
    [InlineData("09-bad-server-ja", Active)]
    public async Task Every_rule_has_one_filter_of_each_kind(string sample, string? store)
    {
        string[] rules = await IdsAsync(sample, "MSFT_NetFirewallRule", store);

        Assert.Equal(rules.Length, rules.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (string kind in new[] { "ProtocolPort", "Address", "Application", "Service" })
            Assert.Equal(rules, await IdsAsync(sample, "MSFT_Net" + kind + "Filter", store));
    }

    [Fact]
    public async Task Rules_of_a_policy_are_in_the_active_store_only()
    {
        string[] local = await IdsAsync("01-good-client-ja", "MSFT_NetFirewallRule", null);
        IReadOnlyList<CimObject> active = await carried.RowsAsync("01-good-client-ja", Namespace, "MSFT_NetFirewallRule", Active);

        CimObject[] delivered = active.Where(r => !local.Contains(r.String("InstanceID"))).ToArray();
        Assert.Equal(2, delivered.Length);
        Assert.All(delivered, r => Assert.Equal((2u, 1u, 2u), (r.UInt32("PolicyStoreSourceType"), r.UInt32("Profiles"), r.UInt32("Action"))));
        string[] ids = delivered.Select(r => r.String("InstanceID")!).ToArray();
        Assert.Equal(
            ["445 192.168.10.30", "5985 192.168.10.0/255.255.255.0"],
            (await carried.RowsAsync("01-good-client-ja", Namespace, "MSFT_NetProtocolPortFilter", Active))
                .Where(f => ids.Contains(f.String("InstanceID")))
                .Zip((await carried.RowsAsync("01-good-client-ja", Namespace, "MSFT_NetAddressFilter", Active)).Where(f => ids.Contains(f.String("InstanceID"))))
                .Select(p => p.First.Strings("LocalPort").Single() + " " + p.Second.Strings("RemoteAddress").Single())
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Remote_desktop_is_let_in_on_the_un_hardened_client_and_not_on_a_good_one()
    {
        Assert.Equal(2u, (await RuleAsync("01-good-client-ja", "RemoteDesktop-UserMode-In-TCP")).UInt32("Enabled"));
        CimObject rule = await RuleAsync("05-hospital-client-ja", "RemoteDesktop-UserMode-In-TCP");
        CimObject port = (await carried.RowsAsync(
            "05-hospital-client-ja", Namespace, "MSFT_NetProtocolPortFilter", null, " WHERE InstanceID='RemoteDesktop-UserMode-In-TCP'")).Single();

        Assert.Equal((1u, 1u, 2u), (rule.UInt32("Enabled"), rule.UInt32("Direction"), rule.UInt32("Action")));
        Assert.Equal(("TCP", "3389", "Any"), (port.String("Protocol"), port.Strings("LocalPort").Single(), port.Strings("RemotePort").Single()));
        Assert.Equal("リモート デスクトップ - ユーザー モード (TCP 受信)", rule.String("DisplayName"));
        Assert.Equal("Remote Desktop - User Mode (TCP-In)", (await RuleAsync("02-good-client-en", "RemoteDesktop-UserMode-In-TCP")).String("DisplayName"));
    }

    [Theory]
    [InlineData("01-good-client-ja", "135 445 5040 5985 7680 47001 49664 49665 49666 49667 49668 49669")]
    [InlineData("05-hospital-client-ja", "135 445 3389 5040 5985 7070 7680 21112 47001 49664 49665 49666 49667 49668 49670")]
    [InlineData("09-bad-server-ja", "23 135 445 3389 5800 5900 5985 47001 49664 49665 49666 49667 49668 49669 49670")]
    [InlineData("10-good-dc-ja",
        "53 88 135 389 445 464 593 636 3268 3269 3389 5985 9389 47001 49664 49665 49666 49667 49668 49669 49670 49671 49680")]
    public async Task A_host_listens_on_all_its_addresses_on(string sample, string ports) => Assert.Equal(
        ports,
        string.Join(" ", (await carried.RowsAsync(sample, Namespace, "MSFT_NetTCPConnection", null, " WHERE State = 2 AND LocalAddress = '0.0.0.0'"))
            .Select(c => c.UInt32("LocalPort")!.Value).Order()));

    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("05-hospital-client-ja")]
    [InlineData("09-bad-server-ja")]
    [InlineData("10-good-dc-ja")]
    public async Task Who_listens_on_a_well_known_port_is_a_running_service_or_the_system(string sample)
    {
        HashSet<uint> running = (await carried.RowsAsync(sample, "root/cimv2", "Win32_Service", null, " WHERE State = 'Running'"))
            .Select(s => s.UInt32("ProcessId")!.Value).Append(4u).ToHashSet();

        Assert.All(
            (await carried.RowsAsync(sample, Namespace, "MSFT_NetTCPConnection")).Where(c => c.UInt32("State") == 2 && c.UInt32("LocalPort") < 49664),
            c => Assert.Contains(c.UInt32("OwningProcess")!.Value, running));
    }

    [Fact]
    public async Task A_connection_has_two_ends_and_a_time()
    {
        CimObject smb = (await carried.RowsAsync("01-good-client-ja", Namespace, "MSFT_NetTCPConnection", null, " WHERE RemotePort = 445")).Single();

        Assert.Equal((5u, "192.168.10.21", 49790u), (smb.UInt32("State"), smb.String("RemoteAddress"), smb.UInt32("LocalPort")));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 8, 31, 9, TimeSpan.FromHours(9)), smb.DateTime("CreationTime"));
        Assert.Equal(carried.Host("01-good-client-ja").Address.ToString(), smb.String("LocalAddress"));
    }

    private async Task<string[]> IdsAsync(string sample, string className, string? store) =>
        (await carried.RowsAsync(sample, Namespace, className, store)).Select(r => r.String("InstanceID")!).Order(StringComparer.Ordinal).ToArray();

    private async Task<CimObject> RuleAsync(string sample, string id) =>
        (await carried.RowsAsync(sample, Namespace, "MSFT_NetFirewallRule", null, " WHERE InstanceID='" + id + "'")).Single();
}
