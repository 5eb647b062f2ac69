using System.Collections.Generic;

namespace MedHardening.Cim.WsMan;

/// <summary>A SOAP 1.2 fault with the details that WinRM and DMTF peers add (MS-WSMV §2.2.4.43, DSP0227 §12).</summary>
internal sealed class SoapFault
{
    /// <summary>The innermost subcode, as namespace and local name; null when there is none.</summary>
    public (string Namespace, string Name)? Subcode { get; set; }

    /// <summary>For people.</summary>
    public string Reason { get; set; } = "";

    /// <summary>WS-Man, WBEM and Win32 codes of the details, the outermost first.</summary>
    public List<uint> Codes { get; } = [];

    /// <summary>The status of DSP0200 that a CIM_Error carries; the results of MI have the same numbers.</summary>
    public uint? CimStatus { get; set; }
}
