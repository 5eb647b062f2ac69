using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MedHardening.Cim;

/// <summary>
/// Finds the certificate that proves an account to WinRM, and says beforehand what a host would refuse without a word: a certificate
/// without its key, out of its dates, or not meant for clients (RFC 5280 §4.2.1.12).
/// </summary>
public static partial class ClientCertificates
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>From a PFX file, or a PEM file that holds the certificate and its key.</summary>
    /// <param name="password">Null for a file without one.</param>
    /// <exception cref="ClientCertificateException">There is no usable certificate in it.</exception>
    public static X509Certificate2 FromFile(string path, string? password)
    {
        X509Certificate2? certificate = null;
        Load(path, password, ref certificate);
        return Usable(certificate ?? throw new ClientCertificateException(new(
            "証明書のファイルは、PowerShell 7.4 以降で使えます。", "Certificate files need PowerShell 7.4 or later.")));
    }

    /// <summary>From the store of the user or, on Windows, of the computer.</summary>
    /// <exception cref="ClientCertificateException">There is no usable certificate of this thumbprint.</exception>
    public static X509Certificate2 FromStore(string thumbprint)
    {
        string plain = new(thumbprint.Where(c => !char.IsWhiteSpace(c)).ToArray());
        return Usable(Find(StoreLocation.CurrentUser, plain)
            ?? (RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Find(StoreLocation.LocalMachine, plain) : null)
            ?? throw new ClientCertificateException(new(
                "拇印が " + thumbprint + " の証明書が、証明書ストア（個人）にありません。",
                "The certificate store (My) has no certificate with the thumbprint " + thumbprint + ".")));
    }

    // Implemented in the folder WsMan, which is part of the net8.0 build only.
    static partial void Load(string path, string? password, ref X509Certificate2? certificate);

    private static X509Certificate2? Find(StoreLocation location, string thumbprint)
    {
        using X509Store store = new(StoreName.My, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (CryptographicException)
        {
            return null; // there is no such store, so nothing in it
        }
        return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).Cast<X509Certificate2>().FirstOrDefault();
    }

    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!certificate.HasPrivateKey)
        {
            throw new ClientCertificateException(new(
                "証明書 " + certificate.Subject + " の秘密鍵がありません。", "The private key of the certificate " + certificate.Subject + " is missing."));
        }
        DateTime now = DateTime.Now;
        if (now < certificate.NotBefore || now > certificate.NotAfter)
        {
            string dates = $"{certificate.NotBefore:yyyy-MM-dd}–{certificate.NotAfter:yyyy-MM-dd}";
            throw new ClientCertificateException(new(
                "証明書 " + certificate.Subject + " は有効期間外です（" + dates + "）。",
                "The certificate " + certificate.Subject + " is not valid today (" + dates + ")."));
        }
        X509EnhancedKeyUsageExtension[] usages = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToArray();
        return usages.Length == 0 || usages.Any(u => u.EnhancedKeyUsages[ClientAuthentication] is not null)
            ? certificate
            : throw new ClientCertificateException(new(
                "証明書 " + certificate.Subject + " はクライアント認証に使えません。",
                "The certificate " + certificate.Subject + " is not meant for client authentication."));
    }
}
