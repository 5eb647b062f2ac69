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
    public static bool IsNegotiated(CimTarget target) => target.Authentication switch
    {
        CimAuthentication.Basic => false,
        CimAuthentication.Default => !IsThisMachine(target.Address),
        _ => true,
    };

    private static bool IsThisMachine(string address) =>
        IPAddress.TryParse(address, out IPAddress? literal)
            ? IPAddress.IsLoopback(literal)
            : address.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
