using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>
/// The WMI context value PolicyStore, which WS-Man carries as an option with the prefix <c>wmi:</c> (MS-WSMV §3.1.4.1.10), chooses
/// what the classes of the firewall show (https://learn.microsoft.com/powershell/module/netsecurity/get-netfirewallprofile).
/// </summary>
public class PolicyStoreTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Resource = Soap.Wmi + "root/StandardCimv2/Test_Kept";
    private const string Host = "PLAIN-01";

    [Theory]
    [InlineData("")]
    [InlineData("wmi:PolicyStore=PersistentStore")]
    [InlineData("wmi:policystore=persistentstore")]
    [InlineData("PolicyStore=ActiveStore")]
    [InlineData("wmi:Other=ActiveStore")]
    public async Task Without_another_store_the_persistent_one_is_shown(string option) =>
        Assert.Equal(["a 0", "b 2"], await RowsAsync(option));

    [Theory]
    [InlineData("wmi:PolicyStore=ActiveStore")]
    [InlineData("wmi:policystore=activestore")]
    public async Task The_active_store_is_the_persistent_one_with_what_is_said_of_it(string option) =>
        Assert.Equal(["a 4", "b 2", "c 2"], await RowsAsync(option));

    [Fact]
    public async Task One_instance_is_that_of_the_store()
    {
        XElement reply = await server.AskAsync(Host, Soap.Request(
            Resource,
            Soap.Transfer + "/Get",
            "",
            "<wsman:SelectorSet>" + Soap.Selector("InstanceID", "a") + "</wsman:SelectorSet>" + Options("wmi:PolicyStore=ActiveStore")));

        Assert.Equal("4", reply.Body().Descendants(XName.Get("Action", Resource)).Single().Value);
    }

    [Fact]
    public async Task A_store_that_the_host_does_not_have_is_a_fault_and_not_an_empty_list() => Assert.Equal(
        2150858752u, // ERROR_WSMAN_RESOURCE_NOT_FOUND
        (await server.FaultAsync(Host, Soap.Enumerate(Resource, "<wsman:OptimizeEnumeration/>", Options("wmi:PolicyStore=RSOP")))).Number);

    [Fact]
    public async Task A_class_that_is_not_kept_in_stores_is_the_same_in_every_one()
    {
        const string things = Soap.Cimv2 + "Test_Thing";

        XElement reply = await server.AskAsync(Host, Soap.Enumerate(
            things, "<wsman:OptimizeEnumeration/><wsman:MaxElements>10</wsman:MaxElements>", Options("wmi:PolicyStore=ActiveStore")));

        Assert.Equal(2, reply.Items().Count);
    }

    private async Task<string[]> RowsAsync(string option)
    {
        XElement reply = await server.AskAsync(Host, Soap.Enumerate(
            Resource, "<wsman:OptimizeEnumeration/><wsman:MaxElements>10</wsman:MaxElements>", Options(option)));
        return reply.Items()
            .Select(i => i.Element(XName.Get("InstanceID", Resource))!.Value + " " + i.Element(XName.Get("Action", Resource))!.Value)
            .Order()
            .ToArray();
    }

    private static string Options(string option)
    {
        string[] parts = option.Split('=');
        return parts.Length < 2 ? "" : $"<wsman:OptionSet><wsman:Option Name=\"{parts[0]}\">{parts[1]}</wsman:Option></wsman:OptionSet>";
    }
}
