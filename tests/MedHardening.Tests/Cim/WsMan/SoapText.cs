using System.Globalization;
using System.Linq;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>Replies as a WinRM of Windows writes them (MS-WSMV §4.1), for tests whose point is the transport.</summary>
internal static class SoapText
{
    public const string Resource = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Service";

    public const string Identified =
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body>"
        + "<wsmid:IdentifyResponse xmlns:wsmid=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\">"
        + "<wsmid:ProtocolVersion>http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd</wsmid:ProtocolVersion>"
        + "<wsmid:ProductVendor>Microsoft Corporation</wsmid:ProductVendor>"
        + "<wsmid:ProductVersion>OS: 10.0.20348 SP: 0.0 Stack: 3.0</wsmid:ProductVersion>"
        + "</wsmid:IdentifyResponse></s:Body></s:Envelope>";

    public static string Envelope(string body, string relatesTo = "{MessageID}") =>
        "<s:Envelope xml:lang=\"en-US\" xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
        + " xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
        + " xmlns:n=\"http://schemas.xmlsoap.org/ws/2004/09/enumeration\""
        + " xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\">"
        + "<s:Header><a:Action>x</a:Action><a:MessageID>uuid:2DAB718A-0103-4E0A-AB17-06C8A5530D2B</a:MessageID>"
        + "<a:RelatesTo>" + relatesTo + "</a:RelatesTo></s:Header><s:Body>" + body + "</s:Body></s:Envelope>";

    public static string FirstPage(string items, string? context) => Envelope(
        "<n:EnumerateResponse><n:EnumerationContext>" + context + "</n:EnumerationContext><w:Items>" + items + "</w:Items>"
        + (context is null ? "<w:EndOfSequence/>" : "") + "</n:EnumerateResponse>");

    public static string NextPage(string items, string? context) => Envelope(
        "<n:PullResponse>" + (context is null ? "" : "<n:EnumerationContext>" + context + "</n:EnumerationContext>")
        + "<n:Items>" + items + "</n:Items>" + (context is null ? "<n:EndOfSequence/>" : "") + "</n:PullResponse>");

    public static string Services(params string[] names) => string.Concat(names.Select(name =>
        "<p:Win32_Service xmlns:p=\"" + Resource + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:type=\"p:Win32_Service_Type\"><p:Name>" + name + "</p:Name><p:PathName xsi:nil=\"true\"/></p:Win32_Service>"));

    public static string Fault(uint code, string subcode = "w:InternalError") => Envelope(
        "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>" + subcode + "</s:Value></s:Subcode></s:Code>"
        + "<s:Reason><s:Text xml:lang=\"ja-JP\">何かが起きました。</s:Text></s:Reason><s:Detail>"
        + "<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\""
        + code.ToString(CultureInfo.InvariantCulture) + "\" Machine=\"\"><f:Message>詳細</f:Message></f:WSManFault>"
        + "</s:Detail></s:Fault>");
}
