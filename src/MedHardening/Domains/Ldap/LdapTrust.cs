using System;
using System.DirectoryServices.Protocols;
using System.IO;
using System.Reflection;
using MedHardening.Cim;

namespace MedHardening.Domains.Ldap;

/// <summary>
/// Which authority a controller's certificate must come from, outside Windows. Without a word of ours OpenLDAP verifies against the
/// system's authorities (ldap.conf(5): TLS_REQCERT demand).
/// </summary>
internal static class LdapTrust
{
    // Both are newer than the assembly that this is compiled against (System.DirectoryServices.Protocols 9).
    private const string Folder = "TrustedCertificatesDirectory";
    private const string Renew = "StartNewTlsSessionContext";

    /// <exception cref="CimFault">The file cannot be used, or this version of the library cannot be told.</exception>
    public static void Apply(LdapSessionOptions options, DirectoryTarget target)
    {
        if (target.CaCertificatePath is not { } file)
            return;
        if (typeof(LdapSessionOptions).GetProperty(Folder) is not { } folder || typeof(LdapSessionOptions).GetMethod(Renew) is not { } renew)
        {
            throw Fault(target, file + ": this version of System.DirectoryServices.Protocols takes no authority of one's own; register it with the system", null);
        }
        string own = Path.Combine(Path.GetTempPath(), "medhardening-ca-" + Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(own);
            File.Copy(file, Path.Combine(own, "authority.pem"));
            folder.SetValue(options, own);
            // Reads the folder here and now.
            renew.Invoke(options, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TargetInvocationException)
        {
            throw Fault(target, file + ": " + e.GetBaseException().Message, e);
        }
        finally
        {
            if (Directory.Exists(own))
                Directory.Delete(own, recursive: true);
        }
    }

    private static CimFault Fault(DirectoryTarget target, string detail, Exception? inner) =>
        new(CimFaultKind.CertificateRejected, detail, inner) { Host = target.Domain };
}
