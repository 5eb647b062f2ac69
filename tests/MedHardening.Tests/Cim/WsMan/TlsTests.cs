using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>A certificate is checked always: chain, dates and name. A private authority is trusted for what it signed, not more.</summary>
public sealed class TlsTests : IDisposable
{
    private const string Name = "pc-1.hospital.example";

    private readonly CertificateAuthority _authority = new();

    [Theory]
    [InlineData("ca.pem")]
    [InlineData("ca.cer")]
    public async Task A_host_whose_certificate_the_private_authority_signed_is_trusted(string file)
    {
        using X509Certificate2 certificate = _authority.Issue(Name);
        using HttpStub stub = Stub(certificate);
        string path = Path.Combine(Path.GetDirectoryName(_authority.PemPath)!, file);

        using ICimSession session = await new WsManTransport().OpenAsync(Target(stub, path), CancellationToken.None);

        Assert.Single(await session.QueryAsync(CimQuery.Class("root/cimv2", "Win32_Service"), CancellationToken.None));
        Assert.Equal(1, stub.Connections);
    }

    [Fact]
    public async Task Without_the_authority_it_is_not()
    {
        using X509Certificate2 certificate = _authority.Issue(Name);
        using HttpStub stub = Stub(certificate);
        CimFault fault = await OpenFaultAsync(Target(stub, null));
        Assert.Equal(CimFaultKind.CertificateUntrusted, fault.Kind);
        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task Another_authority_does_not_help()
    {
        using CertificateAuthority other = new();
        using X509Certificate2 certificate = other.Issue(Name);
        using HttpStub stub = Stub(certificate);
        CimFault fault = await OpenFaultAsync(Target(stub, _authority.PemPath));
        Assert.Equal(CimFaultKind.CertificateUntrusted, fault.Kind);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_rejected_and_the_detail_says_whose_it_is()
    {
        using X509Certificate2 certificate = _authority.Issue("pc-2.hospital.example");
        using HttpStub stub = Stub(certificate);
        CimFault fault = await OpenFaultAsync(Target(stub, _authority.PemPath));
        Assert.Equal(CimFaultKind.CertificateNameMismatch, fault.Kind);
        Assert.Contains("RemoteCertificateNameMismatch", fault.Message, StringComparison.Ordinal);
        Assert.Contains("pc-2.hospital.example", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_certificate_is_rejected_and_the_detail_says_when_it_ended()
    {
        using X509Certificate2 certificate = _authority.Issue(Name, expired: true);
        using HttpStub stub = Stub(certificate);
        CimFault fault = await OpenFaultAsync(Target(stub, _authority.PemPath));
        Assert.Equal(CimFaultKind.CertificateExpired, fault.Kind);
        Assert.Contains("NotTimeValid", fault.Message, StringComparison.Ordinal);
        Assert.Contains(DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", null), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_goes_only_to_a_host_whose_certificate_was_accepted()
    {
        using X509Certificate2 certificate = _authority.Issue(Name);
        using HttpStub stub = Stub(certificate);
        CimTarget target = Target(stub, _authority.PemPath, new("med\\audit", "秘密"));

        using ICimSession session = await new WsManTransport().OpenAsync(target, CancellationToken.None);
        await session.QueryAsync(CimQuery.Class("root/cimv2", "Win32_Service"), CancellationToken.None);

        Assert.DoesNotContain("Authorization", stub.Requests.First().Head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Authorization: Basic bWVkXGF1ZGl0OuenmOWvhg==\r\n", stub.Requests.Last().Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_can_be_skipped_and_then_the_proof_says_so()
    {
        using X509Certificate2 certificate = _authority.Issue("pc-2.hospital.example", expired: true);
        SimulatedHost host = SimulatedFleet.Generate(1)[0];
        await using WsManServer server = await WsManServer.StartAsync(
            [host],
            new WsManServerOptions { Listen = new(System.Net.IPAddress.Any, 0), Certificate = certificate, AllowBasic = true, Users = new Dictionary<string, string> { ["audit"] = "demo" } },
            CancellationToken.None);
        using ICimSession session = await new WsManTransport().OpenAsync(
            new CimTarget(host.Name)
            {
                Address = host.Address.ToString(),
                Port = server.Port,
                UseSsl = true,
                SkipCertificateCheck = true,
                Credential = new("audit", "demo"),
            },
            CancellationToken.None);

        await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(CimQuery.Class("root/cimv2", "NoSuchClass"), CancellationToken.None));

        Assert.Equal("Basic, TLS (certificate not checked)", session.Authentication());
        Assert.True(ProofOfAccount.IsUnchecked(session.Authentication()));
    }

    [Fact]
    public async Task Without_the_check_a_password_in_the_clear_goes_to_no_other_machine()
    {
        CimTarget target = new("pc-1")
        {
            Address = "192.0.2.1",
            UseSsl = true,
            SkipCertificateCheck = true,
            Authentication = CimAuthentication.Basic,
            Credential = new("audit", "demo"),
            ConnectTimeout = TimeSpan.FromMinutes(1),
        };
        Assert.Equal(CimFaultKind.NotSupported, (await OpenFaultAsync(target)).Kind);
    }

    [Fact]
    public async Task Https_to_a_port_that_speaks_plain_HTTP_is_not_WS_Management()
    {
        using HttpStub stub = new(x => x.AnswerAsync(SoapText.Identified));
        CimFault fault = await OpenFaultAsync(Target(stub, _authority.PemPath));
        Assert.Equal(CimFaultKind.NotWsMan, fault.Kind);
    }

    [Fact]
    public async Task Plain_HTTP_to_a_port_that_speaks_TLS_fails_to_connect()
    {
        using X509Certificate2 certificate = _authority.Issue(Name);
        using HttpStub stub = Stub(certificate);
        CimFault fault = await OpenFaultAsync(new CimTarget(Name) { Address = "127.0.0.1", Port = stub.Port });
        Assert.Contains(fault.Kind, new[] { CimFaultKind.NotWsMan, CimFaultKind.ConnectionFailed });
    }

    [Theory]
    [InlineData("absent.pem", null)]
    [InlineData("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("broken.cer", "nothing of the kind")]
    [InlineData("empty.pem", "")]
    public async Task An_authority_file_that_cannot_be_read_is_named(string file, string? content)
    {
        string path = Path.Combine(Path.GetDirectoryName(_authority.PemPath)!, file);
        if (content is not null)
            await File.WriteAllTextAsync(path, content);
        CimFault fault = await OpenFaultAsync(new CimTarget(Name) { Address = "127.0.0.1", UseSsl = true, CaCertificatePath = path });
        Assert.Equal(CimFaultKind.CertificateRejected, fault.Kind);
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
        Assert.Equal(Name, fault.Host);
    }

    [Fact]
    public async Task An_authority_file_beyond_all_measure_is_refused_and_not_read_to_its_end()
    {
        string path = Path.Combine(Path.GetDirectoryName(_authority.PemPath)!, "huge.pem");
        await using (FileStream file = File.Create(path))
            file.SetLength(8L << 30);
        CimFault fault = await OpenFaultAsync(new CimTarget(Name) { Address = "127.0.0.1", UseSsl = true, CaCertificatePath = path });
        Assert.Equal(CimFaultKind.CertificateRejected, fault.Kind);
        Assert.Contains("1048576 bytes or more", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _authority.Dispose();

    private static HttpStub Stub(X509Certificate2 certificate) => new(
        x => x.AnswerAsync(x.IsIdentify ? SoapText.Identified : SoapText.FirstPage(SoapText.Services("A"), null)), certificate);

    private static CimTarget Target(HttpStub stub, string? authority, System.Net.NetworkCredential? credential = null) => new(Name)
    {
        Address = "127.0.0.1",
        Port = stub.Port,
        UseSsl = true,
        CaCertificatePath = authority,
        Credential = credential,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    };

    private static Task<CimFault> OpenFaultAsync(CimTarget target) =>
        Assert.ThrowsAsync<CimFault>(() => new WsManTransport().OpenAsync(target, CancellationToken.None));
}
