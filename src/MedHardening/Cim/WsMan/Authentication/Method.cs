using System;
using System.Net;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>Which way of proving an account is meant for a target.</summary>
internal static class Method
{
    /// <summary>
    /// Whether a security context is negotiated. By default it is with every other machine: WinRM refuses Basic and unencrypted messages
    /// unless told otherwise (MS-WSMV §2.2.4.34, §2.2.4.36).
    /// </summary>
    public static bool IsNegotiated(CimTarget target) => target.ClientCertificate is null && target.Authentication switch
    {
        CimAuthentication.Basic => false,
        CimAuthentication.Default => !IsThisMachine(target.Address),
        _ => true,
    };

    /// <summary>The Authorization header of every request; null where a context is negotiated, or nothing is to be proven.</summary>
    /// <exception cref="CimFault">The target's account cannot be proven in this way.</exception>
    public static string? Header(CimTarget target)
    {
        if (target.ClientCertificate is null)
            return IsNegotiated(target) ? null : Basic.Header(target);
        return target.UseSsl
            ? Mutual.Profile
            : throw new CimFault(CimFaultKind.NotSupported, "a client certificate needs HTTPS") { Host = target.Name };
    }

    private static bool IsThisMachine(string address) =>
        IPAddress.TryParse(address, out IPAddress? literal)
            ? IPAddress.IsLoopback(literal)
            : address.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
