using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace MedHardening.Tests.Simulator;

/// <summary>What a SOAP fault of Windows says to a program.</summary>
internal sealed record Fault(string Code, string? Subcode, uint Number, string? Detail, bool IsWmi, XElement Envelope)
{
    private static readonly XNamespace s_fault = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
    private static readonly XNamespace s_wmi = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError";

    public static Fault Of(XElement envelope)
    {
        XElement fault = envelope.Body().Element(Soap.S + "Fault")!;
        XElement code = fault.Element(Soap.S + "Code")!;
        XElement detail = fault.Element(Soap.S + "Detail")!;
        XElement? wmi = detail.Element(s_wmi + "MSFT_WmiError");
        string number = wmi?.Element(s_wmi + "error_Code")?.Value ?? detail.Element(s_fault + "WSManFault")!.Attribute("Code")!.Value;
        return new Fault(
            code.Element(Soap.S + "Value")!.Value,
            code.Elements(Soap.S + "Subcode").Elements(Soap.S + "Value").SingleOrDefault()?.Value,
            uint.Parse(number, CultureInfo.InvariantCulture),
            detail.Element(Soap.W + "FaultDetail")?.Value.Split('/').Last(),
            wmi is not null,
            envelope);
    }
}
