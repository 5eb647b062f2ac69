using System.DirectoryServices.Protocols;
using MedHardening.Cim;

namespace MedHardening.Domains.Ldap;

/// <summary>What the library's exceptions mean for a question.</summary>
internal static class LdapFaults
{
    // Result codes of RFC 4511, and those of the client side (winldap.h, ldap.h): the same numbers by sign.
    private const int TimeLimit = 3, SizeLimit = 4, StrongAuthRequired = 8, AdminLimit = 11, NoSuchObject = 32, InvalidCredentials = 49,
        InsufficientRights = 50, Busy = 51, Unavailable = 52, ServerDown = 81, LocalError = 82, TimedOut = 85, AuthUnknown = 86, NotSupported = 92;

    /// <param name="encrypted">Whether the connection was to be TLS: then a server that is "down" behind an open port did not get past it.</param>
    public static CimFault From(DirectoryException error, string domain, bool encrypted)
    {
        int code = error switch
        {
            LdapException e => e.ErrorCode,
            DirectoryOperationException { Response: { } response } => (int)response.ResultCode,
            _ => -1,
        };
        CimFaultKind kind = Kind(code, encrypted);
        return new CimFault(kind, "LDAP " + code + ": " + error.Message + Said(error) + Hint(kind, encrypted), error) { Host = domain, Code = (uint)code };
    }

    private static CimFaultKind Kind(int code, bool encrypted) => code switch
    {
        InvalidCredentials or StrongAuthRequired or LocalError or AuthUnknown => CimFaultKind.AuthenticationFailed,
        InsufficientRights => CimFaultKind.AccessDenied,
        SizeLimit or AdminLimit => CimFaultKind.LimitExceeded,
        TimeLimit or TimedOut => CimFaultKind.OperationTimedOut,
        Busy or Unavailable => CimFaultKind.Busy,
        NoSuchObject => CimFaultKind.InstanceNotFound,
        ServerDown => encrypted ? CimFaultKind.CertificateRejected : CimFaultKind.ConnectionDropped,
        NotSupported => CimFaultKind.NotSupported,
        _ => CimFaultKind.HostFault,
    };

    private static string Said(DirectoryException error) => error switch
    {
        LdapException { ServerErrorMessage: { Length: > 0 } said } => " " + said,
        DirectoryOperationException { Response.ErrorMessage: { Length: > 0 } said } => " " + said,
        _ => "",
    };

    private static string Hint(CimFaultKind kind, bool encrypted) =>
        kind == CimFaultKind.AuthenticationFailed && !encrypted
            ? " (outside Windows Kerberos uses the ticket cache: run kinit, or give an account with its password)"
            : "";
}
