namespace MedHardening.Simulator.WsMan;

/// <summary>Namespaces and URIs of the protocol (MS-WSMV §2.2.1, DSP0226 §1.5).</summary>
internal static class Names
{
    public const string Soap = "http://www.w3.org/2003/05/soap-envelope";
    public const string Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    public const string Anonymous = Addressing + "/role/anonymous";
    public const string Enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
    public const string Transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
    public const string WsMan = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    public const string WsManMicrosoft = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";
    public const string Identity = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";

    public const string Wql = "http://schemas.microsoft.com/wbem/wsman/1/WQL";
    public const string SelectorFilter = "http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter";

    public const string ContentType = "application/soap+xml;charset=UTF-8";
}
