using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Values as the captures of real hosts in zenoss/txwinrm and MS-WSMV §3.1.4.1.25, §3.1.4.1.26 have them.</summary>
public class InstanceXmlTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Uri = Soap.Cimv2 + "Test_Thing";
    private static readonly XNamespace s_p = Uri;

    private async Task<XElement> ThingAsync(int number, string host = "PLAIN-01") =>
        (await server.AskAsync(host, Soap.Wql("SELECT * FROM Test_Thing WHERE Number = " + number))).Items().Single();

    [Fact]
    public async Task Properties_are_in_alphabetical_order_without_regard_to_case()
    {
        XElement thing = await ThingAsync(1);

        Assert.Equal(s_p + "Test_Thing", thing.Name);
        Assert.Equal(
            "Alpha Big CDup CSName Flag HowLong Inner Inners Inners Link Name Number Numbers Numbers Ratio Small Texts When Zebra",
            string.Join(' ', thing.Elements().Select(e => e.Name.LocalName)));
        Assert.All(thing.Elements(), e => Assert.Equal(s_p, e.Name.Namespace));
        Assert.Equal("p:Test_Thing_Type", thing.Attribute(Soap.Xsi + "type")!.Value);
    }

    [Theory]
    [InlineData("Name", "One <&> \"é 日本\"")]
    [InlineData("Alpha", "")]
    [InlineData("Flag", "true")]
    [InlineData("Big", "18446744073709551615")]
    [InlineData("Small", "-128")]
    [InlineData("Ratio", "1.5")]
    [InlineData("CSName", "PLAIN-01")]
    public async Task Scalars_are_plain_text(string property, string expected)
    {
        XElement value = (await ThingAsync(1)).Element(s_p + property)!;

        Assert.Equal(expected, value.Value);
        Assert.Empty(value.Attributes());
        Assert.Empty(value.Elements());
    }

    [Fact]
    public async Task Points_in_time_and_intervals_are_elements_of_their_own()
    {
        XElement thing = await ThingAsync(1);
        Assert.Equal("2026-11-01T09:00:00+09:00", thing.Element(s_p + "When")!.Element(Soap.Cim + "Datetime")!.Value);
        Assert.Equal("P0DT0H1M40S", thing.Element(s_p + "HowLong")!.Element(Soap.Cim + "Interval")!.Value);

        XElement system = (await server.AskAsync("PLAIN-01", Soap.Get(Soap.Cimv2 + "Win32_OperatingSystem"))).Body().Elements().Single();
        Assert.Equal("2013-03-09T02:57:32Z", system.Elements().Single(e => e.Name.LocalName == "InstallDate").Value);
        Assert.Equal("2014-04-03T14:45:50.46875+08:00", system.Elements().Single(e => e.Name.LocalName == "LastBootUpTime").Value);
    }

    [Fact]
    public async Task Null_scalars_are_nil_and_null_arrays_are_left_out()
    {
        XElement thing = await ThingAsync(2);

        Assert.Equal("true", thing.Element(s_p + "Big")!.Attribute(Soap.Xsi + "nil")!.Value);
        Assert.Equal("true", thing.Element(s_p + "When")!.Attribute(Soap.Xsi + "nil")!.Value);
        Assert.Null(thing.Element(s_p + "Numbers"));
        Assert.Null(thing.Element(s_p + "Texts"));
    }

    [Fact]
    public async Task A_host_may_send_one_nil_for_a_null_array()
    {
        XElement system = (await server.AskAsync("NIHON-01", Soap.Wql("SELECT * FROM Test_Thing WHERE Number = 1"))).Items().Single();
        Assert.Equal(2, system.Elements(s_p + "Numbers").Count());

        XElement answer = (await server.AskAsync("NIHON-01", Soap.Invoke(Soap.Wmi + "root/default/StdRegProv", "EnumKey",
            "<p:sSubKeyName>SOFTWARE\\OnlyDefault</p:sSubKeyName>"))).Body().Elements().Single();
        Assert.Equal("true", answer.Elements().Single(e => e.Name.LocalName == "sNames").Attribute(Soap.Xsi + "nil")!.Value);
    }

    [Fact]
    public async Task Bytes_are_repeated_numbers()
    {
        Assert.Equal(["0", "255"], (await ThingAsync(1)).Elements(s_p + "Numbers").Select(e => e.Value));
    }

    [Fact]
    public async Task Control_characters_become_question_marks()
    {
        Assert.Equal("bell? end", (await ThingAsync(2)).Element(s_p + "Zebra")!.Value);
    }

    [Fact]
    public async Task Embedded_instances_are_typed_and_in_the_namespace_of_their_class()
    {
        XElement thing = await ThingAsync(1);
        XNamespace inner = Soap.Cimv2 + "Test_Inner";

        XElement embedded = thing.Element(s_p + "Inner")!;
        Assert.Equal("p1:Test_Inner_Type", embedded.Attribute(Soap.Xsi + "type")!.Value);
        Assert.Equal(inner, embedded.GetNamespaceOfPrefix("p1"));
        Assert.Equal("1", embedded.Element(inner + "Key")!.Value);
        Assert.Equal("2", embedded.Element(inner + "Deeper")!.Element(inner + "Key")!.Value);
        Assert.Equal("p2:Test_Inner_Type", embedded.Element(inner + "Deeper")!.Attribute(Soap.Xsi + "type")!.Value);
        Assert.Equal(["3", "4"], thing.Elements(s_p + "Inners").Select(i => i.Element(inner + "Key")!.Value));
    }

    [Fact]
    public async Task A_reference_is_an_address_with_parameters()
    {
        XElement link = (await ThingAsync(1)).Element(s_p + "Link")!;

        Assert.Equal(Soap.A.NamespaceName + "/role/anonymous", link.Element(Soap.A + "Address")!.Value);
        XElement parameters = link.Element(Soap.A + "ReferenceParameters")!;
        Assert.Equal(Uri, parameters.Element(Soap.W + "ResourceURI")!.Value);
        Assert.Equal(["Two", "2"], parameters.Descendants(Soap.W + "Selector").Select(s => s.Value));
    }
}
