using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MedHardening.Cim.WsMan;

/// <summary>What a fault means, by its codes and names and never by its text.</summary>
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
            if (FaultCodes.Kind(code) is CimFaultKind kind)
                return Fault(kind, code);
        }
        uint? outer = fault.Codes.Count > 0 ? fault.Codes[0] : null;
        if (fault.CimStatus is uint status && FaultCodes.KindOfStatus(status) is CimFaultKind ofStatus)
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
