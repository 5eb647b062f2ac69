using System;

namespace MedHardening.Simulator.WsMan;

/// <summary>An answer that says no. Thrown where the request is judged, written as a SOAP fault.</summary>
internal sealed class WsManFault(uint code, string subcode, string english, string japanese) : Exception(english)
{
    /// <summary>A code of wsmerror.h, a Win32 error or a WBEM HRESULT.</summary>
    public uint Code => code;

    /// <summary>With the prefix of its namespace: <c>w:</c>, <c>a:</c> or <c>n:</c>; empty for a mustUnderstand fault.</summary>
    public string Subcode => subcode;

    /// <summary>s:Receiver instead of s:Sender: the service failed, not the request.</summary>
    public bool IsReceiver { get; init; }

    /// <summary>The last part of a <c>wsman/faultDetail/</c> URI, or null.</summary>
    public string? Detail { get; init; }

    /// <summary>Set when WMI, not the WS-Man service, said no: CIM status (DSP0200) and the error category of MI.</summary>
    public (int CimStatus, int Category)? Wmi { get; init; }

    /// <summary>The header that was not understood.</summary>
    public (string Namespace, string Name)? Header { get; init; }

    public string Text(bool inJapanese) => inJapanese ? japanese : Message;
}
