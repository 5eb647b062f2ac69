using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MedHardening.Tests.TestDoubles;

/// <summary>A private certificate authority, made for one test.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private readonly X509Certificate2 _root;
    private readonly string _folder = Directory.CreateTempSubdirectory("ca-").FullName;

    public CertificateAuthority()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=Test CA", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(1));
        File.WriteAllText(PemPath, _root.ExportCertificatePem());
        File.WriteAllBytes(DerPath, _root.Export(X509ContentType.Cert));
    }

    public string PemPath => Path.Combine(_folder, "ca.pem");

    public string DerPath => Path.Combine(_folder, "ca.cer");

    /// <summary>A server's certificate, valid for the next 30 days unless it ended already.</summary>
    public X509Certificate2 Issue(string name, bool expired = false)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=" + name, key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        DateTimeOffset until = DateTimeOffset.UtcNow.AddDays(expired ? -1 : 30);
        using X509Certificate2 certificate = request.Create(_root, until.AddDays(-60), until, RandomNumberGenerator.GetBytes(8));
        using X509Certificate2 withKey = certificate.CopyWithPrivateKey(key);
        // SChannel wants the key in a store, not in memory alone.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>A certificate of a person, with this principal name (UPN); for clients unless <paramref name="purpose"/> says otherwise.</summary>
    public X509Certificate2 IssueClient(string upn, string purpose = "1.3.6.1.5.5.7.3.2", bool expired = false)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=" + upn, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddUserPrincipalName(upn);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        DateTimeOffset until = DateTimeOffset.UtcNow.AddDays(expired ? -2 : 30);
        X509SignatureGenerator signer = X509SignatureGenerator.CreateForECDsa(_root.GetECDsaPrivateKey()!);
        using X509Certificate2 certificate = request.Create(_root.SubjectName, signer, until.AddDays(-60), until, RandomNumberGenerator.GetBytes(8));
        using X509Certificate2 withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>The authority's own certificate.</summary>
    public X509Certificate2 Root => _root;

    public void Dispose()
    {
        _root.Dispose();
        Directory.Delete(_folder, true);
    }
}
