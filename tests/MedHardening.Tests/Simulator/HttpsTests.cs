using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

public class HttpsTests
{
    [Fact]
    public async Task With_a_certificate_the_listener_speaks_TLS_and_Basic_needs_no_further_leave()
    {
        using X509Certificate2 certificate = SelfSigned();
        SimulatedHost[] hosts = [SimulatedServer.Load("plain.yaml", "SECURE-1", "127.9.1.1")];
        await using WsManServer server = await WsManServer.StartAsync(hosts, new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            AllowBasic = true,
            Users = SimulatedServer.Options().Users,
            Certificate = certificate,
        }, CancellationToken.None);
        string? seen = null;
        using HttpClientHandler handler = new()
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => (seen = shown!.Thumbprint) is not null,
        };
        using HttpClient http = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Post, $"https://127.9.1.1:{server.Port}/wsman")
        {
            Content = new StringContent(Soap.Get(Soap.Cimv2 + "Win32_OperatingSystem"), Encoding.UTF8),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/soap+xml;charset=UTF-8");
        request.Headers.Authorization = RawClient.Basic(SimulatedServer.User, SimulatedServer.Password);

        using HttpResponseMessage response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(certificate.Thumbprint, seen);
    }

    private static X509Certificate2 SelfSigned()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=secure-1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Windows cannot serve with a key that lives in memory only.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
