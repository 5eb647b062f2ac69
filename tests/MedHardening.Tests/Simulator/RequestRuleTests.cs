using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>What WinRM demands of every request (MS-WSMV §3.1.4.1) and the faults when it does not get it.</summary>
public class RequestRuleTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Host = "PLAIN-01";
    private const string Uri = Soap.Cimv2 + "Win32_Service";
    private const string Body = "<wsen:Enumerate/>";

    private static string Good => Soap.Enumerate(Uri);

    private async Task IsFaultAsync(string envelope, string subcode, uint number, string? detail = null)
    {
        Fault fault = await server.FaultAsync(Host, envelope);
        Assert.Equal(("s:Sender", subcode, number, detail), (fault.Code, fault.Subcode, fault.Number, fault.Detail));
    }

    [Fact]
    public Task ReplyTo_must_be_there() =>
        IsFaultAsync(Good.Replace(Soap.ReplyTo, ""), "a:MessageInformationHeaderRequired", 2150858769);

    [Fact]
    public Task ReplyTo_must_be_anonymous() =>
        IsFaultAsync(Good.Replace("/role/anonymous</wsa:Address>", "/role/none</wsa:Address>"), "w:UnsupportedFeature", 2150858870, "AddressingMode");

    [Fact]
    public Task FaultTo_must_be_anonymous() =>
        IsFaultAsync(
            Soap.Enumerate(Uri, more: "<wsa:FaultTo><wsa:Address>http://elsewhere/</wsa:Address></wsa:FaultTo>"),
            "w:UnsupportedFeature", 2150858870, "AddressingMode");

    [Fact]
    public Task MessageID_must_be_there() =>
        IsFaultAsync(Good.Replace("<wsa:MessageID>" + Soap.MessageId + "</wsa:MessageID>", ""), "a:InvalidMessageInformationHeader", 2150858767);

    [Fact]
    public Task A_locale_is_a_hint_only() =>
        IsFaultAsync(
            Soap.Enumerate(Uri, more: "<wsman:Locale xml:lang=\"ja-JP\" s:mustUnderstand=\"true\"/>"), "w:UnsupportedFeature", 2150858887, "Locale");

    [Fact]
    public Task A_data_locale_is_a_hint_only() =>
        IsFaultAsync(
            Soap.Enumerate(Uri, more: "<p:DataLocale xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd\" xml:lang=\"ja-JP\" s:mustUnderstand=\"1\"/>"),
            "w:UnsupportedFeature", 2150858887, "DataLocale");

    [Fact]
    public async Task A_locale_that_is_a_hint_is_ignored() =>
        Assert.NotNull((await server.AskAsync(Host, Soap.Enumerate(Uri, more:
            "<wsman:Locale xml:lang=\"ja-JP\" s:mustUnderstand=\"false\"/>"
            + "<p:DataLocale xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd\" xml:lang=\"ja-JP\" s:mustUnderstand=\"false\"/>"
            + "<p:SessionId xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd\" s:mustUnderstand=\"false\">uuid:1</p:SessionId>"))).Context());

    [Fact]
    public async Task A_header_that_must_be_understood_and_is_not_is_named()
    {
        Fault fault = await server.FaultAsync(Host, Soap.Enumerate(Uri, more: "<x:Strange xmlns:x=\"urn:strange\" s:mustUnderstand=\"true\"/>"));

        Assert.Equal(("s:MustUnderstand", null, 2150858768u), (fault.Code, fault.Subcode, fault.Number));
        XElement named = fault.Envelope.Element(Soap.S + "Header")!.Element(Soap.S + "NotUnderstood")!;
        string[] name = named.Attribute("qname")!.Value.Split(':');
        Assert.Equal(("urn:strange", "Strange"), (named.GetNamespaceOfPrefix(name[0])!.NamespaceName, name[1]));
    }

    [Fact]
    public async Task A_header_that_need_not_be_understood_is_ignored() =>
        Assert.NotNull((await server.AskAsync(Host, Soap.Enumerate(Uri, more: "<x:Strange xmlns:x=\"urn:strange\"/>"))).Context());

    [Fact]
    public async Task An_envelope_below_8192_bytes_is_too_small()
    {
        await IsFaultAsync(Soap.Enumerate(Uri, maxEnvelopeSize: 8191), "w:EncodingLimit", 2150858878, "MinimumEnvelopeLimit");
        Assert.NotNull((await server.AskAsync(Host, Soap.Enumerate(Uri, maxEnvelopeSize: 8192))).Context());
    }

    [Fact]
    public Task A_timeout_is_a_duration() =>
        IsFaultAsync(Good.Replace("PT60.000S", "a minute"), "a:InvalidMessageInformationHeader", 2150858881);

    [Fact]
    public Task A_resource_uri_is_one_that_WMI_serves() =>
        IsFaultAsync(Soap.Enumerate("http://example.org/elsewhere"), "a:DestinationUnreachable", 2150858811, "InvalidResourceURI");

    [Fact]
    public Task A_resource_uri_is_needed() =>
        IsFaultAsync(
            Good.Replace("<wsman:ResourceURI s:mustUnderstand=\"true\">" + Uri + "</wsman:ResourceURI>", ""),
            "a:DestinationUnreachable", 2150858811, "InvalidResourceURI");

    [Fact]
    public Task An_action_is_one_of_the_protocol_or_a_method_of_the_class() =>
        IsFaultAsync(Soap.Request(Uri, "http://example.org/Dance", Body), "a:ActionNotSupported", 2150858771);

    [Fact]
    public async Task Names_of_what_is_not_there_are_told_apart()
    {
        Fault ns = await server.FaultAsync(Host, Soap.Enumerate(Soap.Wmi + "root/elsewhere/Test_Unused"));
        Assert.Equal(("a:DestinationUnreachable", 0x8004100Eu, true), (ns.Subcode, ns.Number, ns.IsWmi));
        Fault type = await server.FaultAsync(Host, Soap.Enumerate(Soap.Cimv2 + "Win32_Nonsense"));
        Assert.Equal(("a:DestinationUnreachable", 0x80041010u, true), (type.Subcode, type.Number, type.IsWmi));
        Assert.Equal(0x80041010u, (await server.FaultAsync(Host, Soap.Wql("SELECT * FROM Win32_Nonsense"))).Number);
    }

    [Fact]
    public async Task The_namespace_in_the_uri_and_the_one_in_the_selector_must_agree()
    {
        static string With(string ns) => Soap.Enumerate(Uri, more: "<wsman:SelectorSet>" + Soap.Selector("__cimnamespace", ns) + "</wsman:SelectorSet>");

        Assert.NotNull((await server.AskAsync(Host, With(@"root\CIMV2"))).Context());
        Fault fault = await server.FaultAsync(Host, With("root/default"));
        Assert.Equal(("s:Receiver", "w:InternalError"), (fault.Code, fault.Subcode));
    }

    [Fact]
    public async Task Fragments_are_not_supported_and_never_optional()
    {
        Fault must = await server.FaultAsync(Host, Soap.Enumerate(Uri, more: "<wsman:FragmentTransfer s:mustUnderstand=\"true\">Name</wsman:FragmentTransfer>"));
        Assert.Equal("w:UnsupportedFeature", must.Subcode);
        Fault may = await server.FaultAsync(Host, Soap.Enumerate(Uri, more: "<wsman:FragmentTransfer s:mustUnderstand=\"false\">Name</wsman:FragmentTransfer>"));
        Assert.Equal("a:InvalidMessageInformationHeader", may.Subcode);
    }

    [Theory]
    [InlineData("not xml at all")]
    [InlineData("<html/>")]
    [InlineData("<!DOCTYPE s:Envelope [<!ENTITY a 'b'>]><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"/>")]
    [InlineData("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>")]
    [InlineData("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"/>")]
    public Task What_is_no_envelope_does_not_match_the_schema(string text) => IsFaultAsync(text, "w:SchemaValidationError", 2150858817);

    [Fact]
    public Task An_envelope_deeper_than_64_is_refused() =>
        IsFaultAsync(
            Soap.Request(Uri, Uri + "/StopService", string.Concat(Enumerable.Repeat("<a>", 70)) + string.Concat(Enumerable.Repeat("</a>", 70))),
            "w:SchemaValidationError", 2150858817);

    [Fact]
    public Task The_body_must_be_that_of_the_action() =>
        IsFaultAsync(Soap.Request(Uri, Soap.Enumeration + "/Enumerate", "<wsen:Pull/>"), "w:SchemaValidationError", 2150858817);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public Task MaxElements_is_a_positive_number(string text) =>
        IsFaultAsync(
            Soap.Enumerate(Uri, "<wsman:OptimizeEnumeration/><wsman:MaxElements>" + text + "</wsman:MaxElements>"), "w:SchemaValidationError", 2150858817);
}
