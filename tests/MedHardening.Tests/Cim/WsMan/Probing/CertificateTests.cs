using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Probing;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Probing;

/// <summary>What a probe says of certificates: all of it, also where they are refused.</summary>
public sealed class CertificateTests : IDisposable
{
    private const string Name = "pc-1.hospital.example";

    private readonly CertificateAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_certificate_of_the_private_authority_is_accepted_and_shown()
    {
        using X509Certificate2 certificate = _authority.Issue(Name);
        using HttpStub stub = Stub(certificate);

        ConnectionReport report = await Probed.Async(Target(stub, _authority.PemPath));

        Assert.Equal(["Tls Ok", "Identify Ok"], report.Steps()[2..4]);
        Assert.StartsWith("Tls1", report.Step(ProbeStage.Tls).Detail, StringComparison.Ordinal);
        Assert.Equal("CN=" + Name, report.Certificate!.Subject);
        Assert.Equal("CN=Test CA", report.Certificate.Issuer);
        Assert.Equal([Name], report.Certificate.Names);
        Assert.Equal(certificate.Thumbprint, report.Certificate.Thumbprint);
        Assert.Equal(DateTimeOffset.UtcNow.AddDays(30).Date, report.Certificate.NotAfter.Date);
    }

    [Theory]
    [InlineData(false, "CertificateUntrusted")]
    [InlineData(true, "CertificateExpired")]
    public async Task One_that_is_refused_is_shown_too_with_the_reason(bool expired, string reason)
    {
        using X509Certificate2 certificate = _authority.Issue(Name, expired);
        using HttpStub stub = Stub(certificate);

        ConnectionReport report = await Probed.Async(Target(stub, expired ? _authority.PemPath : null));

        Assert.Equal(["Tls Failed " + reason, "Identify Skipped EarlierStep"], report.Steps()[2..4]);
        Assert.Equal("CN=" + Name, report.Certificate!.Subject);
        Assert.Equal(expired, report.Certificate.NotAfter < DateTimeOffset.UtcNow);
        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task One_for_another_name_says_for_which()
    {
        using X509Certificate2 certificate = _authority.Issue("pc-2.hospital.example");
        using HttpStub stub = Stub(certificate);

        ConnectionReport report = await Probed.Async(Target(stub, _authority.PemPath));

        Assert.Equal("Tls Failed CertificateNameMismatch", report.Steps()[2]);
        Assert.Equal(["pc-2.hospital.example"], report.Certificate!.Names);
    }

    [Fact]
    public async Task A_port_without_TLS_says_so()
    {
        using HttpStub stub = new(x => x.AnswerAsync(SoapText.Identified));

        ConnectionReport report = await Probed.Async(Target(stub, _authority.PemPath));

        Assert.Equal("Tls Failed NotWsMan", report.Steps()[2]);
        Assert.Null(report.Certificate);
    }

    [Fact]
    public async Task An_authority_that_cannot_be_read_fails_the_step_that_needs_it()
    {
        using X509Certificate2 certificate = _authority.Issue(Name);
        using HttpStub stub = Stub(certificate);

        ConnectionReport report = await Probed.Async(Target(stub, "no-such-file.pem"));

        Assert.Equal("Tls Failed CertificateRejected", report.Steps()[2]);
        Assert.Contains("no-such-file.pem", report.Step(ProbeStage.Tls).Detail, StringComparison.Ordinal);
    }

    private static HttpStub Stub(X509Certificate2 certificate) => new(x => x.AnswerAsync(SoapText.Identified), certificate);

    private static CimTarget Target(HttpStub stub, string? authority) =>
        new(Name) { Address = "127.0.0.1", Port = stub.Port, UseSsl = true, CaCertificatePath = authority };
}
