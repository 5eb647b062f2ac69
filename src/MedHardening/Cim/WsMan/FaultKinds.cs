using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// What a fault means, by its codes and names and never by its text. WS-Man codes are those of wsmerror.h, WBEM codes those of
/// https://learn.microsoft.com/windows/win32/wmisdk/wmi-error-constants, CIM status codes those of DSP0200 §5.2.
/// </summary>
internal static class FaultKinds
{
    private const uint ResourceNotFound = 0x80338000;

    // The example of MS-WSMV §4.10 itself uses a prefix that it does not declare.
    private const string Undeclared = "";

    /// <param name="hasKeys">Whether the request named one instance; else an unknown resource is an unknown class.</param>
    public static CimFault ToCimFault(SoapFault fault, bool hasKeys, string host)
    {
        // The innermost code is nearest to the cause; those around it often only say that a provider failed.
        foreach (uint code in Enumerable.Reverse(fault.Codes))
        {
            if (OfCode(code) is CimFaultKind kind)
                return Fault(kind, code);
        }
        uint? outer = fault.Codes.Count > 0 ? fault.Codes[0] : null;
        if (fault.CimStatus is uint status && OfCimStatus(status) is CimFaultKind ofStatus)
            return Fault(ofStatus, outer);
        if (fault.Subcode is (string ns, string name) && OfName(ns, name) is CimFaultKind ofName)
            return Fault(ofName, outer);
        bool notFound = fault.Codes.Contains(ResourceNotFound)
            || fault.Subcode is (Names.Addressing or Undeclared, "DestinationUnreachable");
        return Fault(
            !notFound ? CimFaultKind.HostFault : hasKeys ? CimFaultKind.InstanceNotFound : CimFaultKind.ClassNotFound, outer);

        CimFault Fault(CimFaultKind kind, uint? code) => new(kind, Describe(fault, code)) { Code = code, Host = host };
    }

    private static string Describe(SoapFault fault, uint? code)
    {
        IEnumerable<string?> parts = new[]
        {
            code is uint number ? "0x" + number.ToString("X8", CultureInfo.InvariantCulture) : null,
            fault.Subcode?.Name,
            fault.Reason,
        };
        return string.Join(" ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static CimFaultKind? OfCode(uint code) => code switch
    {
        // A Win32 error as an HRESULT (FACILITY_WIN32).
        >= 0x80070000 and <= 0x8007FFFF => OfCode(code & 0xFFFF),
        5 or 0x80041003 or 0x80041062 or 0x80338104 or 0x80338105 or 0x80338106 or 0x803381DD or 0x803381E3
            => CimFaultKind.AccessDenied,
        0x803381AC => CimFaultKind.RemoteShellUnavailable,
        1326 or 1327 or 1328 or 1329 or 1330 or 1331 or 1793 or 1907 or 1909 => CimFaultKind.AuthenticationFailed,
        0x80041010 => CimFaultKind.ClassNotFound,
        0x8004100E => CimFaultKind.NamespaceNotFound,
        0x80041002 => CimFaultKind.InstanceNotFound,
        0x80041017 or 0x80041018 or 0x8033801A => CimFaultKind.InvalidQuery,
        0x8033803F or 0x80338112 or 0x803381A5 or 0x803381A6 or 0x803381A7 or 0x803381A8 or 0x803381AB
            or (>= 0x803381E4 and <= 0x803381EA) or 0x80041033 or 0x80041045 or 0x8004106C => CimFaultKind.Busy,
        0x80338029 or 0x8033801C or 0x80338126 or 0x80041069 => CimFaultKind.OperationTimedOut,
        0x80338026 or 0x80338035 or 0x80338048 or 0x80338049 or 0x80338100 => CimFaultKind.LimitExceeded,
        _ => null,
    };

    private static CimFaultKind? OfCimStatus(uint status) => status switch
    {
        2 => CimFaultKind.AccessDenied,
        3 => CimFaultKind.NamespaceNotFound,
        5 => CimFaultKind.ClassNotFound,
        6 => CimFaultKind.InstanceNotFound,
        14 or 15 => CimFaultKind.InvalidQuery,
        27 or 28 => CimFaultKind.Busy,
        _ => null,
    };

    private static CimFaultKind? OfName(string ns, string name) => (ns, name) switch
    {
        (Names.WsMan or Undeclared, "AccessDenied") => CimFaultKind.AccessDenied,
        (Names.WsMan or Undeclared, "QuotaLimit" or "Concurrency") => CimFaultKind.Busy,
        (Names.WsMan or Names.Enumeration or Undeclared, "TimedOut") => CimFaultKind.OperationTimedOut,
        (Names.WsMan or Undeclared, "EncodingLimit") => CimFaultKind.LimitExceeded,
        (Names.Enumeration or Undeclared, "CannotProcessFilter" or "FilteringNotSupported" or "FilterDialectRequestedUnavailable")
            => CimFaultKind.InvalidQuery,
        _ => null,
    };
}
