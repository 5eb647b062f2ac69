using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Simulator;
using MedHardening.Tests.Baselines;
using MedHardening.Tests.Domains;
using MedHardening.Tests.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>Implementations of others against our two sides, so that one misreading is not right on both; their scripts are in tests/peers.</summary>
[Collection(SambaCollection.Name)]
public sealed class PeerTests(SambaDomain domain, KerberosHosts fleet, NtlmAccounts ntlm)
    : IClassFixture<KerberosHosts>, IClassFixture<NtlmAccounts>, IDisposable
{
    private const string Answer = "Win32_OperatingSystem";

    private readonly CertificateAuthority _authority = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peers-");

    private static string Envelope => Soap.Get(Soap.Cimv2 + Answer);

    [PeerFact("winrm")]
    public async Task Pywinrm_signs_in_by_NTLM_and_reads_what_is_encrypted()
    {
        _ = ntlm;
        await using WsManServer server = await fleet.StartAsync();

        string said = await SayAsync(
            domain.Run(
                "env", "OPENSSL_CONF=" + Script("md4.cnf"), PeerFactAttribute.Python, Script("ntlm_winrm.py"), $"http://{fleet.Hosts[0].Address}:{server.Port}/wsman", @"MED\audit"),
            "demo-only\n" + Envelope);

        Assert.Contains(Answer, said, StringComparison.Ordinal);
    }

    [PeerFact("gssapi")]
    public async Task MIT_Kerberos_seals_and_opens_message_after_message_by_IOV()
    {
        domain.SignIn(SambaDomain.Administrator);
        await using WsManServer server = await fleet.StartAsync();

        string said = await SayAsync(
            domain.Run(
                PeerFactAttribute.Python, Script("kerberos_iov.py"), fleet.Hosts[0].Address.ToString(),
                server.Port.ToString(CultureInfo.InvariantCulture), "WSMAN@" + KerberosHosts.NameOf(fleet.Hosts[0])),
            Envelope + "\0\n" + Soap.Get(Soap.Cimv2 + "NoSuchClass") + "\0\n" + Envelope);

        Assert.Equal(3, said.Split("200 ").Length); // two answers
        Assert.Equal(2, said.Split("500 ").Length); // a fault between them, sealed too
        Assert.Equal(3, said.Split("<p:" + Answer).Length);
    }

    [PeerFact]
    public async Task Curl_signs_in_by_SPNEGO_over_HTTPS()
    {
        SimulatedHost host = fleet.Hosts[2]; // has the HTTP name, which curl asks for
        string name = KerberosHosts.NameOf(host);
        using X509Certificate2 certificate = _authority.Issue(name);
        domain.SignIn(SambaDomain.Administrator);
        await using WsManServer server = await fleet.StartAsync(certificate);

        string said = await SayAsync(
            domain.Run(
                "curl", "-sS", "--negotiate", "-u", ":", "--cacert", _authority.PemPath, "--resolve", $"{name}:{server.Port}:{host.Address}",
                "-H", "Content-Type: application/soap+xml;charset=UTF-8", "--data-binary", "@-", $"https://{name}:{server.Port}/wsman"),
            Envelope);

        Assert.Contains(Answer, said, StringComparison.Ordinal);
    }

    [PeerFact("gssapi")]
    public async Task Our_client_binds_Kerberos_to_the_certificate_that_it_saw()
    {
        domain.SignIn(SambaDomain.Administrator);
        SimulatedHost host = fleet.Hosts[0];
        using X509Certificate2 certificate = _authority.Issue(KerberosHosts.NameOf(host));
        using X509Certificate2 other = _authority.Issue(KerberosHosts.NameOf(host));
        string own = Pem(certificate, "own.pem");

        Assert.StartsWith("bound administrator@MED.TEST", await SignInAsync(host, own, own), StringComparison.Ordinal);
        Assert.StartsWith("refused BadChannelBindingsError", await SignInAsync(host, own, Pem(other, "other.pem")), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Script(string name) => RepositoryFiles.Path("tests/peers/" + name);

    private static async Task<string> SayAsync(Process peer, string input)
    {
        using (peer)
        {
            await peer.StandardInput.WriteAsync(input);
            peer.StandardInput.Close();
            string said = await peer.StandardOutput.ReadToEndAsync();
            string error = await peer.StandardError.ReadToEndAsync();
            await peer.WaitForExitAsync();
            Assert.True(peer.ExitCode == 0, error + said);
            return said;
        }
    }

    /// <summary>What the acceptor says of our client, which sees <paramref name="pem"/>.</summary>
    private async Task<string> SignInAsync(SimulatedHost host, string pem, string boundTo)
    {
        using Process acceptor = domain.Run(
            "env", "KRB5_KTNAME=" + fleet.Keytab, PeerFactAttribute.Python, Script("binding_acceptor.py"), pem, "sha256", boundTo);
        int port = int.Parse((await acceptor.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        using ICimSession session = await new WsManTransport().OpenAsync(
            new CimTarget(KerberosHosts.NameOf(host))
            {
                Address = "127.0.0.1",
                Port = port,
                UseSsl = true,
                CaCertificatePath = _authority.PemPath,
                Authentication = CimAuthentication.Kerberos,
            },
            CancellationToken.None);
        // The acceptor knows no WS-Man, so that the question itself fails in either case.
        await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(CimQuery.Class("root/cimv2", Answer), CancellationToken.None));
        string said = (await acceptor.StandardOutput.ReadLineAsync())!;
        acceptor.StandardInput.Close();
        await acceptor.WaitForExitAsync();
        return said;
    }

    private string Pem(X509Certificate2 certificate, string name)
    {
        string path = Path.Combine(_folder.FullName, name);
        using ECDsa key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return path;
    }
}
