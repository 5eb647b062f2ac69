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
        bool isStatus = xml.Name == "CIMStatusCode";
        bool isCode = xml.Name is "error_Code" or "HRESULT" or "StatusCode";
        if (!xml.Enter())
            return;
        string? text = xml.TextOrChild();
        if (text is null)
        {
            do
                ReadDetail(xml, fault);
            while (xml.NextChild());
        }
        else if (isCode)
        {
            AddCode(fault, text);
        }
        else if (isStatus && uint.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out uint status))
        {
            fault.CimStatus = status;
        }
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
