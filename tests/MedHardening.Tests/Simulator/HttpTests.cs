using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Addresses, credentials and statuses: what WinRM says without SOAP.</summary>
public class HttpTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Host = "PLAIN-01";
    private const string Identify =
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:wsmid=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\">"
        + "<s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>";

    private static readonly XNamespace s_identity = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";

    private static string System => Soap.Get(Soap.Cimv2 + "Win32_OperatingSystem");

    private static string NameIn(XElement reply) =>
        reply.Descendants(XName.Get("CSName", Soap.Cimv2 + "Win32_OperatingSystem")).Single().Value;

    [Fact]
    public async Task Whoever_says_nothing_is_told_how_to_sign_in()
    {
        using HttpResponseMessage response = await server.PostAsync(Host, System, r => r.Headers.Authorization = null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Equal(["Negotiate", "Kerberos", "Basic realm=\"WSMAN\""], response.Headers.GetValues("WWW-Authenticate"));
    }

    [Theory]
    [InlineData(@"MED\audit", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData(@"nobody", "demo-only", HttpStatusCode.Unauthorized)]
    [InlineData(@"med\AUDIT", "demo-only", HttpStatusCode.OK)]
    [InlineData(@"MED\local", "only-here", HttpStatusCode.OK)]
    public async Task Names_compare_without_case_and_passwords_with(string user, string password, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await server.PostAsync(Host, System, r => r.Headers.Authorization = RawClient.Basic(user, password));
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Basic_is_neither_offered_nor_taken_where_messages_must_be_encrypted()
    {
        SimulatedHost[] hosts = [SimulatedServer.Load("plain.yaml", "STRICT-1", "127.9.8.1")];
        await using WsManServer strict = await WsManServer.StartAsync(hosts, new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            AllowBasic = true,
            Users = SimulatedServer.Options().Users,
        }, CancellationToken.None);
        using RawClient client = new(strict, hosts);

        using HttpResponseMessage response = await client.PostAsync("STRICT-1", System);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["Negotiate", "Kerberos"], response.Headers.GetValues("WWW-Authenticate"));
    }

    [Fact]
    public async Task Anyone_may_identify_the_service_but_learns_no_version()
    {
        using HttpResponseMessage response = await server.PostAsync(Host, Identify, r =>
        {
            r.Headers.Authorization = null;
            r.Headers.Add("WSMANIDENTIFY", "unauthenticated");
        });
        XElement reply = XElement.Parse(await response.Content.ReadAsStringAsync()).Body().Element(s_identity + "IdentifyResponse")!;

        Assert.Equal("http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd", reply.Element(s_identity + "ProtocolVersion")!.Value);
        Assert.Equal("Microsoft Corporation", reply.Element(s_identity + "ProductVendor")!.Value);
        Assert.Equal("OS: 0.0.0 SP: 0.0 Stack: 3.0", reply.Element(s_identity + "ProductVersion")!.Value);
        Assert.Null(reply.Element(s_identity + "SecurityProfiles"));
    }

    [Fact]
    public async Task Whoever_signed_in_learns_the_version_and_the_profiles()
    {
        XElement reply = (await server.AskAsync(Host, Identify)).Body().Element(s_identity + "IdentifyResponse")!;

        Assert.Equal("OS: 10.0.26200 SP: 0.0 Stack: 3.0", reply.Element(s_identity + "ProductVersion")!.Value);
        Assert.Contains(
            "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/http/basic", reply.Element(s_identity + "SecurityProfiles")!.Elements().Select(e => e.Value));
    }

    [Fact]
    public async Task Without_credentials_nothing_but_Identify_is_answered()
    {
        using HttpResponseMessage response = await server.PostAsync(Host, System, r =>
        {
            r.Headers.Authorization = null;
            r.Headers.Add("WSMANIDENTIFY", "unauthenticated");
        });
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Each_address_is_a_host_of_its_own()
    {
        Assert.Equal("PLAIN-01", NameIn(await server.AskAsync("PLAIN-01", System)));
        Assert.Equal("NIHON-01", NameIn(await server.AskAsync("NIHON-01", System)));
    }

    [Theory]
    [InlineData("PLAIN-01", "PLAIN-01")]
    [InlineData("nihon-01", "NIHON-01")]
    [InlineData("nihon-01.hospital.example", "NIHON-01")]
    [InlineData("NIHON-01:5985", "NIHON-01")]
    public async Task At_an_address_that_is_no_host_the_Host_header_decides(string header, string expected)
    {
        using HttpResponseMessage response = await server.PostAsync(Host, System, r =>
        {
            r.RequestUri = new Uri($"http://127.0.0.1:{server.Server.Port}/wsman");
            r.Headers.Host = header;
        });
        Assert.Equal(expected, NameIn(XElement.Parse(await response.Content.ReadAsStringAsync())));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/wsman")]
    [InlineData("http://127.200.0.1:{0}/wsman")]
    public async Task An_address_that_is_no_host_is_404_without_a_word(string address)
    {
        using HttpResponseMessage response = await server.PostAsync(
            Host, System, r => r.RequestUri = new Uri(address.Replace("{0}", server.Server.Port.ToString(global::System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/wsman/", HttpStatusCode.OK)]
    [InlineData("/WSMAN", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.NotFound)]
    [InlineData("/wsman/other", HttpStatusCode.NotFound)]
    public async Task The_path_is_wsman_with_or_without_a_slash(string path, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await server.PostAsync(Host, System, r => r.RequestUri = server.Client.Address(Host, path));
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Only_Post_and_only_soap_are_served()
    {
        using HttpResponseMessage get = await server.PostAsync(Host, System, r => r.Method = HttpMethod.Get);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        using HttpResponseMessage text = await server.PostAsync(
            Host, System, r => r.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse("text/xml;charset=UTF-8"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
    }

    [Fact]
    public async Task Utf16_is_read_and_other_characters_are_not()
    {
        using HttpResponseMessage utf16 = await server.PostAsync(Host, System, r =>
        {
            r.Content = new ByteArrayContent([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(System)]);
            r.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/soap+xml;charset=UTF-16");
        });
        Assert.Equal("PLAIN-01", NameIn(XElement.Parse(await utf16.Content.ReadAsStringAsync())));

        using HttpResponseMessage other = await server.PostAsync(
            Host, System, r => r.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse("application/soap+xml;charset=shift_jis"));
        Fault fault = Fault.Of(XElement.Parse(await other.Content.ReadAsStringAsync()));
        Assert.Equal(("w:EncodingLimit", "CharacterSet"), (fault.Subcode, fault.Detail));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_over_500_KiB_is_413_without_a_word(bool chunked)
    {
        string large = Soap.Envelope("<x:X xmlns:x=\"urn:x\">" + new string('x', 500 * 1024) + "</x:X>", "");
        using HttpResponseMessage response = await server.PostAsync(Host, large, r =>
        {
            r.Headers.TransferEncodingChunked = chunked;
            r.Headers.ExpectContinue = true;
        });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Traffic_is_counted_by_host()
    {
        SimulatedHost[] hosts = [SimulatedServer.Load("plain.yaml", "COUNT-1", "127.9.7.1"), SimulatedServer.Load("plain.yaml", "COUNT-2", "127.9.7.2")];
        await using WsManServer counted = await WsManServer.StartAsync(hosts, SimulatedServer.Options(), CancellationToken.None);
        using RawClient client = new(counted, hosts);
        using HttpResponseMessage response = await client.PostAsync("COUNT-2", System);
        byte[] body = await response.Content.ReadAsByteArrayAsync();

        Traffic traffic = counted.Stats.Hosts[hosts[1]];
        Assert.Equal((1, Encoding.UTF8.GetByteCount(System), body.Length), (traffic.Requests, traffic.BytesIn, traffic.BytesOut));
        Assert.Equal(0, counted.Stats.Hosts[hosts[0]].Requests);
        Assert.Equal((1, body.Length), (counted.Stats.Requests, counted.Stats.BytesOut));
    }

    [Fact]
    public async Task Two_hosts_of_one_name_cannot_be_served()
    {
        IReadOnlyList<SimulatedHost> twins = [SimulatedServer.Load("plain.yaml", "SAME", "127.9.6.1"), SimulatedServer.Load("plain.yaml", "same", "127.9.6.2")];

        await Assert.ThrowsAsync<ArgumentException>(() => WsManServer.StartAsync(twins, SimulatedServer.Options(), CancellationToken.None));
    }
}
