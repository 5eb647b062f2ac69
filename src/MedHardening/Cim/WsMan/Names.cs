namespace MedHardening.Cim.WsMan;

/// <summary>The namespaces and URIs of the protocol: DSP0226, DSP0227, MS-WSMV §1.3 and §2.2.</summary>
internal static class Names
{
    public const string Soap = "http://www.w3.org/2003/05/soap-envelope";
    public const string Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    public const string Enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
    public const string WsMan = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    public const string Cim = "http://schemas.dmtf.org/wbem/wscim/1/common";
    public const string Identity = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";
    public const string Schema = "http://www.w3.org/2001/XMLSchema";

    // libmi declares its xsi prefix without "-instance"; nil and type are taken from both.
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    public const string WmiResource = "http://schemas.microsoft.com/wbem/wsman/1/wmi/";

    public const string DmtfResource = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/";

    /// <summary>Messages and resources of shells (MS-WSMV §2.2.1, §3.1.4.1.1).</summary>
    public const string Shell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";

    public const string EnumerateAction = Enumeration + "/Enumerate";
    public const string PullAction = Enumeration + "/Pull";
    public const string ReleaseAction = Enumeration + "/Release";
    public const string GetAction = "http://schemas.xmlsoap.org/ws/2004/09/transfer/Get";
    public const string CreateAction = "http://schemas.xmlsoap.org/ws/2004/09/transfer/Create";
    public const string DeleteAction = "http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete";

    /// <summary>The resource URI of a class, or of a WQL query where the class is <c>*</c> (MS-WSMV §3.1.4.1.1).</summary>
    public static string Resource(string ns, string className) => WmiResource + ns.Replace('\\', '/') + "/" + className;
}
