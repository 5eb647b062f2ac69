using System.Globalization;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>
/// The body of a fault. What WMI says is a <c>p:MSFT_WmiError</c> on Windows 8 / Server 2012 and later (seen in the fault of
/// https://github.com/microsoft/omi/issues/254 and in the tests of pywinrm), a nested <c>f:WSManFault</c> before (MS-WSMV §4.10).
/// </summary>
internal static class FaultXml
{
    private const string FaultNamespace = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
    private const string WmiProvider = "D9A2A039-A4B3-4A70-8CB9-8D7714EAD776"; // MS-WSMV §1.3 note 2

    public static string ActionOf(WsManFault fault) => fault.Subcode switch
    {
        ['n', ':', ..] => Names.Enumeration + "/fault",
        ['w', ':', ..] => "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault",
        _ => Names.Addressing + "/fault",
    };

    public static void Write(ReplyBuffer reply, WsManFault fault, bool japanese, bool classic)
    {
        string text = fault.Text(japanese);
        string language = japanese ? "ja-JP" : "en-US";
        if (fault.Subcode.Length == 0)
            reply.Markup("<s:Fault><s:Code><s:Value>s:MustUnderstand</s:Value></s:Code>");
        else
        {
            reply.Markup($"<s:Fault><s:Code><s:Value>{(fault.IsReceiver ? "s:Receiver" : "s:Sender")}</s:Value>")
                .Markup($"<s:Subcode><s:Value>{fault.Subcode}</s:Value></s:Subcode></s:Code>");
        }
        reply.Markup($"<s:Reason><s:Text xml:lang=\"{language}\">").Text(text).Markup("</s:Text></s:Reason><s:Detail>");
        if (fault.Detail is not null)
            reply.Markup($"<w:FaultDetail>http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/{fault.Detail}</w:FaultDetail>");
        if (fault.Wmi is { } wmi && !classic)
            WmiError(reply, fault.Code, wmi, text);
        else
            WsManError(reply, fault.Code, text, nested: fault.Wmi is not null);
        reply.Markup("</s:Detail></s:Fault>");
    }

    private static void WsManError(ReplyBuffer reply, uint code, string text, bool nested)
    {
        string open = string.Create(
            CultureInfo.InvariantCulture, $"<f:WSManFault xmlns:f=\"{FaultNamespace}\" Code=\"{code}\" Machine=\"\"><f:Message>");
        reply.Markup(open);
        if (nested)
        {
            reply.Markup($"<f:ProviderFault providerId=\"{WmiProvider}\">").Markup(open).Text(text)
                .Markup("</f:Message></f:WSManFault></f:ProviderFault>");
        }
        else
            reply.Text(text);
        reply.Markup("</f:Message></f:WSManFault>");
    }

    private static void WmiError(ReplyBuffer reply, uint code, (int CimStatus, int Category) wmi, string text)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        string words = CimText.Escape(text);
        reply.Markup("<p:MSFT_WmiError b:IsCIM_Error=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xmlns:b=\"http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd\""
            + " xmlns:p=\"http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError\""
            + " xmlns:cim=\"http://schemas.dmtf.org/wbem/wscim/1/common\" xsi:type=\"p:MSFT_WmiError_Type\">");
        Property("CIMStatusCode", "cimUnsignedInt", wmi.CimStatus.ToString(invariant));
        Property("CIMStatusCodeDescription", "cimString", null);
        Property("ErrorSource", "cimString", null);
        Property("ErrorSourceFormat", "cimUnsignedShort", "0");
        Property("ErrorType", "cimUnsignedShort", "0");
        Property("Message", "cimString", words);
        Property("MessageID", "cimString", "HRESULT 0x" + code.ToString("x8", invariant));
        Property("OtherErrorSourceFormat", "cimString", null);
        Property("OtherErrorType", "cimString", null);
        Property("OwningEntity", "cimString", null);
        Property("PerceivedSeverity", "cimUnsignedShort", "0");
        Property("ProbableCause", "cimUnsignedShort", "0");
        Property("ProbableCauseDescription", "cimString", null);
        Property("error_Category", "cimUnsignedInt", wmi.Category.ToString(invariant));
        Property("error_Code", "cimUnsignedInt", code.ToString(invariant));
        Property("error_Type", "cimString", "HRESULT");
        Property("error_WindowsErrorMessage", "cimString", words);
        reply.Markup("</p:MSFT_WmiError>");

        void Property(string name, string type, string? value) => reply.Markup(value is null
            ? $"<p:{name} xsi:type=\"cim:{type}\" xsi:nil=\"true\"/>"
            : $"<p:{name} xsi:type=\"cim:{type}\">{value}</p:{name}>");
    }
}
