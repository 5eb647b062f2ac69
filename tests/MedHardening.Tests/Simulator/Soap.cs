using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace MedHardening.Tests.Simulator;

/// <summary>Envelopes in the shape of MS-WSMV §4.1, with the prefixes of those examples, and names to read replies by.</summary>
internal static class Soap
{
    public static readonly XNamespace S = "http://www.w3.org/2003/05/soap-envelope";
    public static readonly XNamespace A = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    public static readonly XNamespace N = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
    public static readonly XNamespace W = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    public static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    public static readonly XNamespace Cim = "http://schemas.dmtf.org/wbem/wscim/1/common";

    public const string Wmi = "http://schemas.microsoft.com/wbem/wsman/1/wmi/";
    public const string Cimv2 = Wmi + "root/cimv2/";
    public const string Enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
    public const string Transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
    public const string MessageId = "uuid:C61CA1DC-51C0-4353-AE46-3E42ED0DA794";

    public const string ReplyTo =
        "<wsa:ReplyTo><wsa:Address s:mustUnderstand=\"true\">http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</wsa:Address></wsa:ReplyTo>";

    public static string Envelope(string headers, string body) =>
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:wsa=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
        + " xmlns:wsen=\"http://schemas.xmlsoap.org/ws/2004/09/enumeration\" xmlns:wsman=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\">"
        + "<s:Header><wsa:To>http://server:80/wsman</wsa:To>" + headers + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";

    /// <summary>With the headers of MS-WSMV §4.1.2.1; <paramref name="more"/> adds to them.</summary>
    public static string Request(string resource, string action, string body, string more = "", int maxEnvelopeSize = 153600) =>
        Envelope(
            "<wsman:ResourceURI s:mustUnderstand=\"true\">" + resource + "</wsman:ResourceURI>" + ReplyTo
            + "<wsa:Action s:mustUnderstand=\"true\">" + action + "</wsa:Action>"
            + "<wsman:MaxEnvelopeSize s:mustUnderstand=\"true\">" + maxEnvelopeSize.ToString(CultureInfo.InvariantCulture) + "</wsman:MaxEnvelopeSize>"
            + "<wsa:MessageID>" + MessageId + "</wsa:MessageID><wsman:OperationTimeout>PT60.000S</wsman:OperationTimeout>" + more,
            body);

    public static string Enumerate(string resource, string content = "", string more = "", int maxEnvelopeSize = 153600) =>
        Request(resource, Enumeration + "/Enumerate", "<wsen:Enumerate>" + content + "</wsen:Enumerate>", more, maxEnvelopeSize);

    public static string Optimized(string resource, int maxElements, string content = "", int maxEnvelopeSize = 153600) =>
        Enumerate(
            resource,
            "<wsman:OptimizeEnumeration/><wsman:MaxElements>" + maxElements.ToString(CultureInfo.InvariantCulture) + "</wsman:MaxElements>" + content,
            maxEnvelopeSize: maxEnvelopeSize);

    public static string Wql(string query, int maxElements = 1000, string ns = "root/cimv2") =>
        Optimized(Wmi + ns + "/*", maxElements, "<wsman:Filter Dialect=\"http://schemas.microsoft.com/wbem/wsman/1/WQL\">"
            + new XText(query) + "</wsman:Filter>");

    public static string Pull(string resource, string context, int? maxElements = null) =>
        Request(resource, Enumeration + "/Pull", "<wsen:Pull><wsen:EnumerationContext>" + context + "</wsen:EnumerationContext>"
            + (maxElements is { } n ? "<wsen:MaxElements>" + n.ToString(CultureInfo.InvariantCulture) + "</wsen:MaxElements>" : "") + "</wsen:Pull>");

    public static string Release(string resource, string context) =>
        Request(resource, Enumeration + "/Release", "<wsen:Release><wsen:EnumerationContext>" + context + "</wsen:EnumerationContext></wsen:Release>");

    public static string Get(string resource, string selectors = "") =>
        Request(resource, Transfer + "/Get", "", selectors.Length == 0 ? "" : "<wsman:SelectorSet>" + selectors + "</wsman:SelectorSet>");

    public static string Selector(string name, string value) =>
        "<wsman:Selector Name=\"" + name + "\">" + new XText(value) + "</wsman:Selector>";

    public static string Invoke(string resource, string method, string parameters, string more = "") =>
        Request(resource, resource + "/" + method, "<p:" + method + "_INPUT xmlns:p=\"" + resource + "\">" + parameters + "</p:" + method + "_INPUT>", more);

    public static XElement Body(this XElement envelope) => envelope.Element(S + "Body")!;

    /// <summary>The items of an optimised Enumerate or of a Pull.</summary>
    public static IReadOnlyList<XElement> Items(this XElement envelope) =>
        envelope.Body().Elements().Elements().Where(e => e.Name == W + "Items" || e.Name == N + "Items").Elements().ToArray();

    public static string? Context(this XElement envelope) => envelope.Descendants(N + "EnumerationContext").SingleOrDefault()?.Value;
}
