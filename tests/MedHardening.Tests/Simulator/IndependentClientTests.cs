using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Envelopes in the shape of other people's clients: prefixes, headers and wrappers as they write them.</summary>
public class IndependentClientTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Host = "PLAIN-01";
    private const string Dmtf = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/";

    /// <summary>The client library of OMI (microsoft/omi, Unix/wsman): declares xsi without "-instance", sends an empty OptionSet.</summary>
    private static string Omi(string resource, string action, string selectors, string body) =>
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
        + " xmlns:n=\"http://schemas.xmlsoap.org/ws/2004/09/enumeration\" xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema\" xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd\"><s:Header>"
        + "<a:To>http://host:5985/wsman/</a:To><w:ResourceURI s:mustUnderstand=\"true\">" + resource + "</w:ResourceURI>"
        + "<a:ReplyTo><a:Address s:mustUnderstand=\"true\">http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>"
        + "<a:Action>" + action + "</a:Action><w:MaxEnvelopeSize s:mustUnderstand=\"true\">102400</w:MaxEnvelopeSize>"
        + "<a:MessageID>uuid:0D7B6A3B-0AEC-4C5A-9C0E-5A0D4A9C0001</a:MessageID><w:OperationTimeout>PT1M30S</w:OperationTimeout>"
        + "<w:Locale xml:lang=\"en-us\" s:mustUnderstand=\"false\"/><p:DataLocale xml:lang=\"en-us\" s:mustUnderstand=\"false\"/>"
        + "<w:OptionSet s:mustUnderstand=\"true\"/><w:SelectorSet>" + selectors + "</w:SelectorSet></s:Header><s:Body>" + body + "</s:Body></s:Envelope>";

    [Fact]
    public async Task A_class_is_found_by_its_DMTF_uri_and_a_namespace_selector()
    {
        XElement reply = await server.AskAsync(Host, Omi(
            Dmtf + "Win32_Service", Soap.Enumeration + "/Enumerate", "<w:Selector Name=\"__cimnamespace\">root/cimv2</w:Selector>",
            "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>1000</w:MaxElements></n:Enumerate>"));

        Assert.Equal(4, reply.Items().Count);
        Assert.All(reply.Items(), i => Assert.Equal(XName.Get("Win32_Service", Dmtf + "Win32_Service"), i.Name));
    }

    [Fact]
    public async Task References_in_answer_to_a_DMTF_uri_carry_the_namespace()
    {
        XElement reply = await server.AskAsync(Host, Omi(
            Dmtf + "Win32_Service", Soap.Enumeration + "/Enumerate", "<w:Selector Name=\"__cimnamespace\">root/cimv2</w:Selector>",
            "<n:Enumerate><w:EnumerationMode>EnumerateEPR</w:EnumerationMode><w:OptimizeEnumeration/></n:Enumerate>"));

        Assert.Equal(
            [("__cimnamespace", "root/cimv2"), ("Name", "Spooler")],
            reply.Items().Single().Descendants(Soap.W + "Selector").Select(s => (s.Attribute("Name")!.Value, s.Value)));
    }

    [Theory]
    [InlineData(Soap.Cimv2 + "*")]
    [InlineData("http://schemas.dmtf.org/wbem/wscim/1/*")]
    [InlineData(Dmtf + "*")]
    public async Task A_query_goes_to_any_of_the_stars(string resource)
    {
        XElement reply = await server.AskAsync(Host, Omi(
            resource, Soap.Enumeration + "/Enumerate", "<w:Selector Name=\"__cimnamespace\">root/cimv2</w:Selector>",
            "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>1000</w:MaxElements>"
            + "<w:Filter Dialect=\"http://schemas.microsoft.com/wbem/wsman/1/WQL\">select * from Win32_Service where Name = 'Spooler'</w:Filter></n:Enumerate>"));

        Assert.Single(reply.Items());
    }

    [Fact]
    public async Task The_namespace_of_a_DMTF_uri_without_selector_is_root_hardware()
    {
        Assert.Equal(0x8004100Eu, (await server.FaultAsync(Host, Soap.Enumerate(Dmtf + "Win32_Service"))).Number);
    }

    [Fact]
    public async Task Neither_the_wrapper_nor_the_namespaces_of_parameters_matter_and_nil_is_nil_in_both_namespaces()
    {
        const string provider = Dmtf + "StdRegProv";
        const string collection = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CimMethodParametersCollection";
        string Call(string valueName) => Omi(
            provider, provider + "/GetStringValue", "<w:Selector Name=\"__cimnamespace\">root/default</w:Selector>",
            "<q:GetStringValue xmlns:q=\"" + collection + "\"><q:hDefKey>2147483650</q:hDefKey><sSubKeyName>SOFTWARE\\Test</sSubKeyName>"
            + valueName + "</q:GetStringValue>");

        XElement nil = await server.AskAsync(Host, Call("<q:sValueName xsi:nil=\"true\">not this</q:sValueName>"));
        Assert.Equal("the default", nil.Descendants().Single(e => e.Name.LocalName == "sValue").Value);
        XElement standard = await server.AskAsync(
            Host, Call("<q:sValueName xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\">not this</q:sValueName>"));
        Assert.Equal("the default", standard.Descendants().Single(e => e.Name.LocalName == "sValue").Value);
    }

    [Fact]
    public async Task A_method_without_parameters_may_have_an_empty_body()
    {
        XElement reply = await server.AskAsync(Host, Soap.Request(Soap.Wmi + "root/default/StdRegProv", Soap.Wmi + "root/default/StdRegProv/EnumKey", ""));
        Assert.Equal("0", reply.Descendants().Single(e => e.Name.LocalName == "ReturnValue").Value);
    }

    /// <summary>Openwsman sends few headers, other prefixes, and the resource and selectors again with each Pull.</summary>
    [Fact]
    public async Task The_few_headers_of_Openwsman_are_enough()
    {
        static string Openwsman(string action, string body) =>
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
            + " xmlns:wsa=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" xmlns:wsman=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\""
            + " xmlns:wsen=\"http://schemas.xmlsoap.org/ws/2004/09/enumeration\"><s:Header>"
            + "<wsa:Action s:mustUnderstand=\"true\">" + action + "</wsa:Action><wsa:To s:mustUnderstand=\"true\">http://host:5985/wsman</wsa:To>"
            + "<wsman:ResourceURI s:mustUnderstand=\"true\">" + Dmtf + "Win32_Service</wsman:ResourceURI>"
            + "<wsa:MessageID s:mustUnderstand=\"true\">uuid:3b4e1ef4-0001-1001-8002-5a8a5a8a5a8a</wsa:MessageID>"
            + "<wsa:ReplyTo><wsa:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</wsa:Address></wsa:ReplyTo>"
            + "<wsman:SelectorSet><wsman:Selector Name=\"__cimnamespace\">root/cimv2</wsman:Selector></wsman:SelectorSet>"
            + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";

        XElement page = await server.AskAsync(Host, Openwsman(Soap.Enumeration + "/Enumerate", "<wsen:Enumerate/>"));
        int rows = 0;
        while (page.Context() is { } context)
        {
            page = await server.AskAsync(Host, Openwsman(
                Soap.Enumeration + "/Pull", "<wsen:Pull><wsen:EnumerationContext>" + context + "</wsen:EnumerationContext></wsen:Pull>"));
            rows += page.Items().Count;
        }
        Assert.Equal(4, rows);
    }

    [Fact]
    public async Task White_space_around_uris_as_in_the_examples_of_MS_WSMV_is_no_part_of_them()
    {
        string envelope = Soap.Get(Soap.Cimv2 + "Win32_OperatingSystem").Replace("mustUnderstand=\"true\">", "mustUnderstand=\"true\">\n  ").Replace("</wsa:", "\n  </wsa:");
        Assert.NotEmpty((await server.AskAsync(Host, envelope)).Body().Elements());
    }
}
