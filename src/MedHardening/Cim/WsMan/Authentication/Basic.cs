using System;
using System.Net;
using System.Text;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>User name and password as RFC 7617 sends them, in UTF-8.</summary>
internal static class Basic
{
    /// <summary>The value of the Authorization header, or null when the target has no credential.</summary>
    /// <exception cref="CimFault">The user name cannot be sent this way.</exception>
    public static string? Header(CimTarget target)
    {
        if (target.Credential is not NetworkCredential credential)
        {
            return target.Authentication != CimAuthentication.Basic
                ? null
                : throw new CimFault(CimFaultKind.NotSupported, "Basic: no credential") { Host = target.Name };
        }
        string user = credential.Domain.Length > 0 ? credential.Domain + "\\" + credential.UserName : credential.UserName;
        if (user.Contains(':', StringComparison.Ordinal))
            throw new CimFault(CimFaultKind.NotSupported, "Basic: a user name with a colon") { Host = target.Name };
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + credential.Password));
    }
}
