using System;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Mi;
using MedHardening.MiDouble;
using Microsoft.Management.Infrastructure.Options;
using Xunit;

namespace MedHardening.Tests.Cim.Mi;

public sealed class TransportTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Wmi _wmi = Wmi.With(_ => []);

    public TransportTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    [Fact]
    public async Task Https_verifies_authority_and_name_and_takes_address_port_and_time()
    {
        WSManSessionOptions options = (WSManSessionOptions)await OpenedAsync(Remote() with { UseSsl = true });

        Assert.Equal("127.0.0.1", _wmi.Opened[0].Computer);
        Assert.Equal((true, true, true, false), (options.UseSsl, options.CertCACheck, options.CertCNCheck, options.CertRevocationCheck));
        Assert.Equal(((uint)Port, TimeSpan.FromSeconds(7)), (options.DestinationPort, options.Timeout));
        Assert.Equal(("en-US", "en-US", 512_000u), (options.Culture!.Name, options.UICulture!.Name, options.MaxEnvelopeSize));
        Assert.Empty(options.Credentials);
    }

    [Theory]
    [InlineData(CimAuthentication.Default, "Default", "Negotiate, encrypted")]
    [InlineData(CimAuthentication.Negotiate, "Negotiate", "Negotiate, encrypted")]
    [InlineData(CimAuthentication.Kerberos, "Kerberos", "Kerberos, encrypted")]
    [InlineData(CimAuthentication.Ntlm, "NtlmDomain", "NTLM, encrypted")]
    public async Task A_password_is_shown_in_the_way_that_was_asked_for(CimAuthentication authentication, string mechanism, string told)
    {
        NetworkCredential account = new("auditor", "Pa55-word", "MED");
        Endpoint remote = Remote() with { Authentication = authentication, Credential = account };

        CimCredential credential = Assert.Single((await OpenedAsync(remote)).Credentials);

        Assert.Equal((mechanism, "MED\\auditor"), (credential.Mechanism, credential.Account));
        Assert.Equal("Pa55-word", new NetworkCredential("", credential.Password).Password);
        Assert.Equal(told, await ToldAsync(remote));
    }

    [Fact]
    public async Task Without_a_password_the_callers_own_account_is_used_in_the_way_that_was_asked_for()
    {
        Assert.Equal("Kerberos", Assert.Single((await OpenedAsync(Remote() with { Authentication = CimAuthentication.Kerberos })).Credentials).Mechanism);
        Assert.Equal(CimFaultKind.NotSupported, await FaultAsync(Remote() with { Authentication = CimAuthentication.Basic }));
    }

    [Fact]
    public async Task Basic_goes_over_https_only()
    {
        NetworkCredential account = new("auditor", "Pa55-word");
        Endpoint remote = Remote() with { Authentication = CimAuthentication.Basic, Credential = account };

        Assert.Equal("Basic, TLS", await ToldAsync(remote with { UseSsl = true }));
        Assert.Equal(CimFaultKind.NotSupported, await FaultAsync(remote with { Address = "192.0.2.1" }));
    }

    [Fact]
    public async Task A_client_certificate_is_named_by_its_thumbprint()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=auditor", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        Endpoint remote = Remote() with { UseSsl = true, Certificate = certificate };

        CimCredential credential = Assert.Single((await OpenedAsync(remote)).Credentials);

        Assert.Equal(("ClientCertificate", certificate.Thumbprint), (credential.Mechanism, credential.Account));
        Assert.Equal("Certificate, TLS", await ToldAsync(remote));
    }

    [Fact]
    public async Task An_unchecked_certificate_is_asked_for_and_told()
    {
        Endpoint remote = Remote() with { UseSsl = true, SkipCertificateCheck = true };

        WSManSessionOptions options = (WSManSessionOptions)await OpenedAsync(remote);

        Assert.Equal((false, false), (options.CertCACheck, options.CertCNCheck));
        Assert.True(ProofOfAccount.IsUnchecked(await ToldAsync(remote)));
    }

    [Fact]
    public async Task Dcom_is_encrypted_and_needs_no_port_of_WinRM()
    {
        // Nothing answers there, so that the knock at the endpoint mapper (TCP 135) ends before MI is called.
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => new MiTransport(CimTransport.Dcom).OpenAsync(Remote().Target, CancellationToken.None));

        Assert.Contains("port 135", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_wmi.Opened);
    }

    [Fact]
    public async Task A_certificate_file_is_refused_rather_than_passed_over() =>
        Assert.Equal(CimFaultKind.NotSupported, await FaultAsync(Remote() with { CaCertificatePath = "ca.pem" }));

    [Fact]
    public async Task This_computer_needs_no_network_and_no_name()
    {
        using ICimSession session = await new MiTransport(CimTransport.Mi).OpenAsync(MiHost.Here, CancellationToken.None);
        await session.QueryAsync(MiHost.Services, CancellationToken.None);

        Assert.Null(Assert.Single(_wmi.Opened).Computer);
        Assert.True(Assert.IsType<DComSessionOptions>(_wmi.Opened[0].Options).PacketPrivacy);
        Assert.Equal("this computer", session.Authentication());
    }

    [Fact]
    public async Task Nothing_is_opened_where_nothing_listens()
    {
        int port = Port;
        _listener.Stop();

        Assert.Equal(CimFaultKind.ConnectionRefused, await FaultAsync(Remote() with { Port = port }));
        Assert.Empty(_wmi.Opened);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_told_from_a_silence() =>
        Assert.Equal(CimFaultKind.NameNotResolved, await FaultAsync(Remote() with { Address = "no-such-host.invalid" }));

    private Endpoint Remote() => new("127.0.0.1", Port);

    private async Task<CimSessionOptions> OpenedAsync(Endpoint remote)
    {
        using ICimSession session = await new MiTransport(CimTransport.Mi).OpenAsync(remote.Target, CancellationToken.None);
        return _wmi.Opened[^1].Options;
    }

    private static async Task<string?> ToldAsync(Endpoint remote)
    {
        using ICimSession session = await new MiTransport(CimTransport.Mi).OpenAsync(remote.Target, CancellationToken.None);
        Assert.Null(session.Authentication());
        await session.QueryAsync(MiHost.Services, CancellationToken.None);
        return session.Authentication();
    }

    private static async Task<CimFaultKind> FaultAsync(Endpoint remote) => (await Assert.ThrowsAsync<CimFault>(
        () => new MiTransport(CimTransport.Mi).OpenAsync(remote.Target, CancellationToken.None))).Kind;

    private sealed record Endpoint(string Address, int Port)
    {
        public bool UseSsl { get; init; }

        public NetworkCredential? Credential { get; init; }

        public CimAuthentication Authentication { get; init; }

        public string? CaCertificatePath { get; init; }

        public X509Certificate2? Certificate { get; init; }

        public bool SkipCertificateCheck { get; init; }

        public CimTarget Target => new("PC1")
        {
            Address = Address,
            Port = Port,
            UseSsl = UseSsl,
            Credential = Credential,
            Authentication = Authentication,
            CaCertificatePath = CaCertificatePath,
            ClientCertificate = Certificate,
            SkipCertificateCheck = SkipCertificateCheck,
            OperationTimeout = TimeSpan.FromSeconds(7),
        };
    }
}
