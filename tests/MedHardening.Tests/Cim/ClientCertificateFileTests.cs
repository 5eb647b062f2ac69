using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim;

/// <summary>What a host would refuse without a word is told before it is asked.</summary>
public sealed class ClientCertificateFileTests : IDisposable
{
    private const string Password = "correct horse";

    private readonly CertificateAuthority _authority = new();
    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("pfx", null)]
    [InlineData("pfx", Password)]
    [InlineData("pem", null)]
    [InlineData("pem", Password)]
    public void A_certificate_with_its_key_is_read(string format, string? password)
    {
        using X509Certificate2 made = _authority.IssueClient("audit@localhost");
        Save(made, format, password);
        using X509Certificate2 read = ClientCertificates.FromFile(_file, password);
        Assert.Equal((made.Thumbprint, true), (read.Thumbprint, read.HasPrivateKey));
    }

    [Theory]
    [InlineData("pfx", null)]
    [InlineData("pfx", "wrong donkey")]
    [InlineData("pem", null)]
    [InlineData("pem", "wrong donkey")]
    public void A_missing_or_wrong_password_is_told_and_not_repeated(string format, string? password)
    {
        using X509Certificate2 made = _authority.IssueClient("audit@localhost");
        Save(made, format, Password);
        ClientCertificateException e = Assert.Throws<ClientCertificateException>(() => ClientCertificates.FromFile(_file, password));
        Assert.True(e.IsAboutPassword);
        Assert.Contains(_file, e.Text.En, StringComparison.Ordinal);
        Assert.DoesNotContain("donkey", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_without_its_key_is_told()
    {
        using X509Certificate2 made = _authority.IssueClient("audit@localhost");
        File.WriteAllBytes(_file, made.Export(X509ContentType.Cert));
        Refused("private key");
    }

    [Fact]
    public void A_certificate_that_has_ended_is_told()
    {
        using X509Certificate2 made = _authority.IssueClient("audit@localhost", expired: true);
        Save(made, "pfx", null);
        Refused("not valid today");
    }

    [Fact]
    public void A_certificate_for_servers_is_told()
    {
        using X509Certificate2 made = _authority.IssueClient("audit@localhost", "1.3.6.1.5.5.7.3.1");
        Save(made, "pfx", null);
        Refused("not meant for client authentication");
    }

    [Fact]
    public void What_is_no_certificate_file_is_told()
    {
        File.WriteAllText(_file, "nothing of the kind");
        Refused("no PFX or PEM file");
    }

    [Fact]
    public void A_thumbprint_that_the_store_does_not_have_is_told()
    {
        ClientCertificateException e = Assert.Throws<ClientCertificateException>(() => ClientCertificates.FromStore("00 11 22"));
        Assert.Contains("00 11 22", e.Text.En, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _authority.Dispose();
        File.Delete(_file);
    }

    private void Refused(string why) => Assert.Contains(
        why, Assert.Throws<ClientCertificateException>(() => ClientCertificates.FromFile(_file, null)).Text.En, StringComparison.Ordinal);

    private void Save(X509Certificate2 certificate, string format, string? password)
    {
        if (format == "pfx")
        {
            File.WriteAllBytes(_file, certificate.Export(X509ContentType.Pfx, password));
            return;
        }
        using RSA key = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(_file, certificate.ExportCertificatePem() + "\n" + (password is null
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))));
    }
}
