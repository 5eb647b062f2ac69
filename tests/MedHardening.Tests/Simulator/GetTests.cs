using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace MedHardening.Tests.Simulator;

public class GetTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Uri = Soap.Cimv2 + "Test_Thing";
    private const string Host = "PLAIN-01";

    [Fact]
    public async Task The_keys_find_the_instance_whatever_their_order_and_case()
    {
        XElement reply = await server.AskAsync(Host, Soap.Get(Uri, Soap.Selector("NUMBER", "2") + Soap.Selector("name", "tWO")));

        XElement thing = Assert.Single(reply.Body().Elements());
        Assert.Equal("Two", thing.Element(XName.Get("Name", Uri))!.Value);
        XElement location = thing.Element(Soap.Cim + "Location")!;
        Assert.Equal(["Two", "2"], location.Descendants(Soap.W + "Selector").Select(s => s.Value));
    }

    [Fact]
    public async Task A_singleton_needs_no_selectors()
    {
        XElement system = Assert.Single((await server.AskAsync(Host, Soap.Get(Soap.Cimv2 + "win32_operatingsystem"))).Body().Elements());

        Assert.Equal("Win32_OperatingSystem", system.Name.LocalName);
        Assert.Equal("10.0.26200", system.Element(XName.Get("Version", Soap.Cimv2 + "Win32_OperatingSystem"))!.Value);
    }

    [Fact]
    public async Task Selectors_that_are_not_the_keys_are_faults()
    {
        Assert.Equal(2150859002u, (await server.FaultAsync(Host, Soap.Get(Uri))).Number);
        Assert.Equal(2150858842u, (await server.FaultAsync(Host, Soap.Get(Uri, Soap.Selector("Name", "Two")))).Number);
        Assert.Equal(2150858843u, (await server.FaultAsync(Host, Soap.Get(Uri, Soap.Selector("Flag", "true")))).Number);
        Fault absent = await server.FaultAsync(Host, Soap.Get(Uri, Soap.Selector("Name", "Three") + Soap.Selector("Number", "3")));
        Assert.Equal(("a:DestinationUnreachable", 2150858752u), (absent.Subcode, absent.Number));
    }

    [Theory]
    [InlineData("Put")]
    [InlineData("Create")]
    [InlineData("Delete")]
    public async Task Nothing_can_be_written_through_transfer(string operation)
    {
        Fault fault = await server.FaultAsync(Host, Soap.Request(Uri, Soap.Transfer + "/" + operation, ""));

        Assert.Equal(("w:UnsupportedFeature", 2150858818u), (fault.Subcode, fault.Number));
    }
}
