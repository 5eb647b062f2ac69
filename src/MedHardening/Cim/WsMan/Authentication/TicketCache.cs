using System;
using System.Runtime.InteropServices;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>What the class library keeps to itself: whether the tickets in the cache of MIT Kerberos are still good.</summary>
internal static class TicketCache
{
    private const string Library = "libgssapi_krb5.so.2";
    private const uint CredentialsExpired = 11u << 16; // GSS_S_CREDENTIALS_EXPIRED (RFC 2744 §3.9.1)

    /// <summary>False when the caller's ticket has expired; null when there is none, or nobody can tell.</summary>
    public static bool? IsUsable()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            uint status = InquireCredential(out _, IntPtr.Zero, IntPtr.Zero, out uint seconds, IntPtr.Zero, IntPtr.Zero);
            return status == CredentialsExpired ? false : status == 0 ? seconds > 0 : null;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <remarks>gss_inquire_cred (RFC 2744 §5.21), of the default credential.</remarks>
    [DllImport(Library, EntryPoint = "gss_inquire_cred")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint InquireCredential(
        out uint minor, IntPtr credential, IntPtr name, out uint lifetime, IntPtr usage, IntPtr mechanisms);
}
