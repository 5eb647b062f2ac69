using System.Globalization;

namespace MedHardening.Cim.WsMan;

/// <summary>Reads a fault: codes and names to decide by, texts only to show.</summary>
internal static class FaultReader
{
    private const int MaxText = 1000;

    /// <summary>The cursor stands on the Fault, which is passed.</summary>
    public static SoapFault Read(XmlCursor xml)
    {
        SoapFault fault = new();
        if (!xml.Enter())
            return fault;
        while (xml.NextChild())
        {
            if (xml.Is("Code", Names.Soap))
                ReadCode(xml, fault);
            else if (xml.Is("Reason", Names.Soap))
                ReadReason(xml, fault);
            else if (xml.Is("Detail", Names.Soap))
                ReadDetail(xml, fault);
            else
                xml.Skip();
        }
        return fault;
    }

    private static void ReadCode(XmlCursor xml, SoapFault fault)
    {
        if (!xml.Enter())
            return;
        while (xml.NextChild())
        {
            if (xml.Is("Subcode", Names.Soap))
                ReadSubcode(xml, fault);
            else
                xml.Skip();
        }
    }

    private static void ReadSubcode(XmlCursor xml, SoapFault fault)
    {
        if (!xml.Enter())
            return;
        while (xml.NextChild())
        {
            if (xml.Is("Value", Names.Soap))
                fault.Subcode = xml.QualifiedName();
            else if (xml.Is("Subcode", Names.Soap))
                ReadSubcode(xml, fault);
            else
                xml.Skip();
        }
    }

    private static void ReadReason(XmlCursor xml, SoapFault fault)
    {
        if (!xml.Enter())
            return;
        while (xml.NextChild())
        {
            string text = xml.Text();
            if (fault.Reason.Length == 0)
                fault.Reason = text.Length > MaxText ? text[..MaxText] : text;
        }
    }

    // A WSManFault nests others, by way of Message and ProviderFault; an error of WMI or OMI is an instance.
    private static void ReadDetail(XmlCursor xml, SoapFault fault)
    {
        if (xml.Name == "WSManFault")
            AddCode(fault, xml.Attribute("Code"));
        if (!xml.Enter())
            return;
        string? code = null;
        string? type = null;
        if (xml.TextOrChild() is not null)
            return;
        do
        {
            switch (xml.Name)
            {
                case "CIMStatusCode":
                    if (uint.TryParse(xml.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out uint status))
                        fault.CimStatus = status;
                    break;
                case "error_Code" or "OMI_Code":
                    code = xml.Text();
                    break;
                case "error_Type" or "OMI_Type":
                    type = xml.Text();
                    break;
                default:
                    ReadDetail(xml, fault);
                    break;
            }
        }
        while (xml.NextChild());
        // MSFT_WmiError and OMI_Error say whose number it is (MI_RESULT_TYPE_* of mi.h); those of MI are no Win32 errors.
        if (type is "HRESULT" or "WIN32" or "WINRM" or null)
            AddCode(fault, code);
        else if (type == "MI" && fault.CimStatus is null && uint.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out uint result))
            fault.CimStatus = result;
    }

    // Some write the same 32 bits as a negative number.
    private static void AddCode(SoapFault fault, string? text)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long code)
            && code is >= int.MinValue and <= uint.MaxValue)
        {
            fault.Codes.Add(unchecked((uint)code));
        }
    }
}
