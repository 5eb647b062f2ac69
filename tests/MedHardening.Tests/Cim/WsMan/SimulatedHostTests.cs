using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Simulator;
using MedHardening.Tests.Simulator;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>
/// The client against the simulated hosts of <c>Simulator/Hosts</c>, whose message code is not the client's. Expected values are
/// those of the host files.
/// </summary>
public sealed class SimulatedHostTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private static readonly CimQuery s_things = CimQuery.Class("root/cimv2", "Test_Thing");

    [Theory]
    [InlineData(32000)]
    [InlineData(1)]
    public async Task Values_of_every_type_arrive_in_one_page_or_in_many(int pageSize)
    {
        using ICimSession session = await OpenAsync("PLAIN-01", new WsManOptions { MaxElements = pageSize });

        IReadOnlyList<CimObject> rows = await session.QueryAsync(s_things, CancellationToken.None);

        Assert.Equal(2, rows.Count);
        CimObject one = rows.Single(r => r.UInt32("Number") == 1);
        Assert.Equal("Test_Thing", one.ClassName);
        Assert.Equal("One <&> \"é 日本\"", one.String("Name"));
        Assert.Equal("", one["Alpha"]);
        Assert.Equal(-7, one.Int64("CDup"));
        Assert.True(one.Boolean("Flag"));
        Assert.Equal(ulong.MaxValue, one.UInt64("Big"));
        Assert.Equal(-128, one.Int64("Small"));
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(9)), one.DateTime("When"));
        Assert.Equal(TimeSpan.FromSeconds(100), one["HowLong"]);
        Assert.Equal(["a"], one.Strings("Texts"));
        Assert.Equal(["0", "255"], one.Strings("Numbers"));
        CimObject inner = Assert.IsType<CimObject>(one["Inner"]);
        Assert.Equal("Test_Inner", inner.ClassName);
        Assert.Equal(2u, Assert.IsType<CimObject>(inner["Deeper"]).UInt32("Key"));
        Assert.Equal([3u, 4u], one.List("Inners").Select(i => ((CimObject)i!).UInt32("Key")!.Value));
        CimObject link = Assert.IsType<CimObject>(one["Link"]);
        Assert.Equal("Test_Thing", link.ClassName);
        Assert.Equal("Two", link.String("Name"));
        CimObject two = rows.Single(r => r.UInt32("Number") == 2);
        Assert.Null(two["Alpha"]);
        Assert.Empty(two.List("Texts"));
    }

    [Fact]
    public async Task A_query_filters_on_the_host_and_a_projection_has_no_class()
    {
        using ICimSession session = await OpenAsync("PLAIN-01");
        CimObject row = Assert.Single(await session.QueryAsync(
            CimQuery.FromWql("root/cimv2", "SELECT Number, When FROM Test_Thing WHERE Name LIKE 'One <%'"), CancellationToken.None));
        Assert.Equal("", row.ClassName);
        Assert.Equal(["Number", "When"], row.Properties.Select(p => p.Key));
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), row.DateTime("When")!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task An_instance_is_found_by_its_keys_and_only_by_them()
    {
        using WsManSession session = await OpenAsync("PLAIN-01");
        CimObject two = await session.GetAsync(
            "root/cimv2", "Test_Thing", new Dictionary<string, string> { ["Name"] = "Two", ["Number"] = "2" }, CancellationToken.None);
        Assert.Equal("Two", two.String("Name"));
        Assert.False(two.Has("Location"));

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.GetAsync(
            "root/cimv2", "Test_Thing", new Dictionary<string, string> { ["Name"] = "Two", ["Number"] = "3" }, CancellationToken.None));
        Assert.Equal(CimFaultKind.InstanceNotFound, fault.Kind);
    }

    [Theory]
    [InlineData("PLAIN-01")]
    [InlineData("NIHON-01")] // the same faults in Japanese and in the form of Windows 7
    public async Task A_missing_class_a_missing_namespace_and_a_bad_query_are_told_apart(string host)
    {
        using ICimSession session = await OpenAsync(host);
        Assert.Equal(CimFaultKind.ClassNotFound, await KindAsync(CimQuery.Class("root/cimv2", "Win32_NoSuch")));
        Assert.Equal(CimFaultKind.NamespaceNotFound, await KindAsync(CimQuery.Class("root/nosuch", "Win32_Service")));
        Assert.Equal(CimFaultKind.ClassNotFound, await KindAsync(CimQuery.FromWql("root/cimv2", "SELECT * FROM Win32_NoSuch")));
        Assert.Equal(CimFaultKind.InvalidQuery, await KindAsync(CimQuery.FromWql("root/cimv2", "SELEKT * FROM Test_Thing")));

        async Task<CimFaultKind> KindAsync(CimQuery query) =>
            (await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(query, CancellationToken.None))).Kind;
    }

    [Theory]
    [InlineData("DENIED-01", CimFaultKind.AccessDenied)]
    [InlineData("REJECT-01", CimFaultKind.AuthenticationFailed)]
    [InlineData("FAULT-01", CimFaultKind.Busy)] // 2150859174: too many operations
    public async Task A_host_that_goes_wrong_does_so_with_a_kind(string host, CimFaultKind expected)
    {
        using ICimSession session = await OpenAsync(host);
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_things, CancellationToken.None));
        Assert.Equal(expected, fault.Kind);
        Assert.Equal(host, fault.Host);
    }

    [Fact]
    public async Task A_method_whose_answer_breaks_off_is_a_dropped_connection()
    {
        using ICimSession session = await OpenAsync("DROP-01");
        CimFault fault = await Assert.ThrowsAsync<CimFault>(
            () => session.ReadKeyAsync(RegistryHive.LocalMachine, @"SOFTWARE\Test", CancellationToken.None));
        Assert.Equal(CimFaultKind.ConnectionDropped, fault.Kind);
    }

    [Fact]
    public async Task A_wrong_password_is_an_authentication_that_failed()
    {
        using WsManSession session = await OpenAsync("PLAIN-01", password: "wrong");
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_things, CancellationToken.None));
        Assert.Equal(CimFaultKind.AuthenticationFailed, fault.Kind);
    }

    [Theory]
    [InlineData("PLAIN-01")]
    [InlineData("NIHON-01")] // sends null arrays, and 1 for an absent value
    public async Task A_registry_key_is_read_whole(string host)
    {
        using ICimSession session = await OpenAsync(host);

        RegistryKey key = (await session.ReadKeyAsync(RegistryHive.LocalMachine, @"SOFTWARE\Test", CancellationToken.None))!;

        Assert.Equal("for " + host, key["Text"]!.Data);
        Assert.Equal(@"C:\Windows\System32 on " + host + " %unknown%", key["Expand"]!.Data);
        Assert.Equal(new byte[] { 0, 1, 255 }, key["Bytes"]!.Data);
        Assert.Equal(host == "PLAIN-01" ? uint.MaxValue : null, key.DWord("Dword"));
        Assert.Equal(new[] { "one", "two" }, key["Many"]!.Data);
        Assert.Equal(ulong.MaxValue, key["Qword"]!.Data);
        Assert.Equal("the default", key[""]!.Data);
        Assert.Equal(host == "PLAIN-01", key.HasSubKey("Below"));
    }

    [Theory]
    [InlineData("PLAIN-01")]
    [InlineData("NIHON-01")]
    public async Task A_key_with_its_default_value_only_and_an_empty_key_and_an_absent_key_are_told_apart(string host)
    {
        using ICimSession session = await OpenAsync(host);
        RegistryKey? onlyDefault = await session.ReadKeyAsync(RegistryHive.LocalMachine, @"SOFTWARE\OnlyDefault", CancellationToken.None);
        Assert.Equal("x", onlyDefault![""]!.Data);
        RegistryKey? empty = await session.ReadKeyAsync(RegistryHive.LocalMachine, @"SOFTWARE\Policies", CancellationToken.None);
        Assert.Empty(empty!.ValueNames);
        Assert.Equal(["Test"], empty.SubKeys);
        Assert.Null(await session.ReadKeyAsync(RegistryHive.LocalMachine, @"SOFTWARE\Absent", CancellationToken.None));
        CimFault fault = await Assert.ThrowsAsync<CimFault>(
            () => session.ReadKeyAsync(RegistryHive.LocalMachine, "SECURITY", CancellationToken.None));
        Assert.Equal(CimFaultKind.AccessDenied, fault.Kind);
    }

    [Fact]
    public async Task A_whole_session_is_one_connection_of_few_requests()
    {
        SimulatedHost host = server.Hosts.Single(h => h.Name == "NIHON-01");
        using ICimSession session = await OpenAsync("NIHON-01");
        long before = server.Server.Stats.Hosts[host].Requests;

        await session.QueryAsync(s_things, CancellationToken.None);

        Assert.Equal(1, server.Server.Stats.Hosts[host].Requests - before);
    }

    private async Task<WsManSession> OpenAsync(string host, WsManOptions? options = null, string password = SimulatedServer.Password) =>
        (WsManSession)await new WsManTransport(options ?? new WsManOptions()).OpenAsync(
            new CimTarget(host)
            {
                Address = server.Hosts.Single(h => h.Name == host).Address.ToString(),
                Port = server.Server.Port,
                Credential = new NetworkCredential(SimulatedServer.User, password),
            },
            CancellationToken.None);
}
