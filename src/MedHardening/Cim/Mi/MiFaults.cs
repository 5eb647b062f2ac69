using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Management.Infrastructure;

namespace MedHardening.Cim.Mi;

/// <summary>What an error of MI means, by its codes and never by its text.</summary>
internal static class MiFaults
{
    // The code of Windows behind the CIM status (MSFT_WmiError, OMI_Error).
    private const string CodeProperty = "error_Code";

    private const uint Win32AccessDenied = 5;

    /// <param name="hasAnswered">Whether the host has let this account in before.</param>
    public static CimFault From(CimException error, CimTarget target, bool hasAnswered)
    {
        uint[] codes = Codes(error).Select(code => code is >= 0x80070000 and <= 0x8007FFFF ? code & 0xFFFF : code).ToArray();
        CimFaultKind kind = codes.Select(code => OfClient(code, hasAnswered) ?? FaultCodes.Kind(code)).FirstOrDefault(k => k is not null)
            ?? FaultCodes.KindOfStatus((uint)error.NativeErrorCode)
            ?? (error.NativeErrorCode == NativeErrorCode.NotSupported ? CimFaultKind.NotSupported : CimFaultKind.HostFault);
        // Windows says the same of a wrong password and of a missing right. A password that may be wrong is not tried elsewhere.
        bool mayBePassword = codes.Length == 0 || codes[0] == Win32AccessDenied;
        if (kind == CimFaultKind.AccessDenied && mayBePassword && !hasAnswered && target.Credential is not null)
            kind = CimFaultKind.AuthenticationFailed;
        // What nobody knows the meaning of says nothing about the account, unless it is WMI that says it.
        if (kind == CimFaultKind.HostFault && !hasAnswered && !codes.Any(c => c is >= 0x80041000 and <= 0x80041FFF))
            kind = CimFaultKind.ConnectionFailed;
        uint? code = codes.Length > 0 ? codes[0] : null;
        string number = code is uint known ? "0x" + known.ToString("X8", CultureInfo.InvariantCulture) + " " : "";
        return new CimFault(kind, number + error.NativeErrorCode + " " + error.Message, error) { Code = code, Host = target.Name };
    }

    private static IEnumerable<uint> Codes(CimException error)
    {
        CimProperty? property = error.ErrorData?.CimInstanceProperties.FirstOrDefault(
            p => string.Equals(p.Name, CodeProperty, StringComparison.OrdinalIgnoreCase));
        if (property?.Value is uint code && code != 0)
            yield return code;
        // HRESULT 0x80041010
        string id = error.MessageId ?? "";
        int hex = id.LastIndexOf("0x", StringComparison.OrdinalIgnoreCase);
        if (hex >= 0 && uint.TryParse(id.Substring(hex + 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint result) && result != 0)
            yield return result;
    }

    /// <summary>
    /// What the client says itself: wsmerror.h, https://learn.microsoft.com/windows/win32/winhttp/error-messages,
    /// https://learn.microsoft.com/windows/win32/debug/system-error-codes,
    /// https://learn.microsoft.com/windows/win32/com/com-error-codes-4 (security).
    /// </summary>
    private static CimFaultKind? OfClient(uint code, bool hasAnswered) => code switch
    {
        0x803381B9 or 12007 => CimFaultKind.NameNotResolved,
        0x80338012 or 0x803381BA or 12029 or 53 or 1722 => CimFaultKind.ConnectionFailed,
        0x80338126 or 12002 => hasAnswered ? CimFaultKind.OperationTimedOut : CimFaultKind.ConnectTimedOut,
        12030 or 1726 => CimFaultKind.ConnectionDropped,
        12175 => CimFaultKind.CertificateRejected,
        0x80338173 or 0x80338113 or 12152 => CimFaultKind.NotWsMan,
        // TrustedHosts, and Kerberos to an address: refused before anything was sent.
        0x803380E4 or 0x803380E5 or 0x8033810B or 0x803381BB => CimFaultKind.NotSupported,
        1311 or 1396 or 1398 or 0x8009030C or 0x8009030E or 0x80090303 or 0x80090311 or 0x80090322 or 0x80090324
            => CimFaultKind.AuthenticationFailed,
        _ => null,
    };
}
