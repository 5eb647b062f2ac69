using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using MedHardening.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>What each mishap looks like to a client that is not ours.</summary>
public sealed class MishapTests(SimulatedServer server) : IClassFixture<SimulatedServer>, IDisposable
{
    private const string Host = "PLAIN-01";
    private const string Services = Soap.Cimv2 + "Win32_Service";
    private const string Provider = Soap.Wmi + "root/default/StdRegProv";
    private static readonly string s_question = Soap.Optimized(Services, 10);

    public void Dispose() => Behave(new Misbehaviour());

    [Theory]
    [InlineData(MishapKind.Unauthorized, HttpStatusCode.Unauthorized, null)]
    [InlineData(MishapKind.TooLarge, HttpStatusCode.RequestEntityTooLarge, null)]
    [InlineData(MishapKind.Error, HttpStatusCode.InternalServerError, null)]
    [InlineData(MishapKind.ErrorPage, HttpStatusCode.InternalServerError, "text/html")]
    [InlineData(MishapKind.Unavailable, HttpStatusCode.ServiceUnavailable, "text/html")]
    public async Task A_status_comes_without_SOAP(MishapKind what, HttpStatusCode status, string? type)
    {
        Behave(new Mishap(Phase.FirstPage, what));
        using HttpResponseMessage response = await server.PostAsync(Host, s_question);

        Assert.Equal((status, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(type is null, (await response.Content.ReadAsStringAsync()).Length == 0);
        Assert.Equal(what == MishapKind.Unauthorized, response.Headers.WwwAuthenticate.Count > 0);
    }

    // 2150859174 as in zenoss/txwinrm, test/data_error/max_concurrent.xml; else wsmerror.h, MS-WSMV §3.1.4.1.19 (quotas of the service),
    // §3.1.4.5.2.1 (shells), §2.2.4.23 (quotas of a plug-in).
    [Theory]
    [InlineData(2150859173u, "s:Receiver", "w:QuotaLimit")]
    [InlineData(2150859174u, "s:Receiver", "w:InternalError")]
    [InlineData(2150859175u, "s:Receiver", "w:InternalError")]
    [InlineData(2150859176u, "s:Receiver", "w:InternalError")]
    [InlineData(2150859240u, "s:Receiver", "w:QuotaLimit")]
    [InlineData(2150858779u, "s:Receiver", "n:InvalidEnumerationContext")]
    [InlineData(5u, "s:Sender", "w:AccessDenied")]
    public async Task A_fault_has_the_shape_that_belongs_to_its_code(uint code, string value, string subcode)
    {
        Behave(new Mishap(Phase.FirstPage, MishapKind.Fault) { Code = code });
        Fault fault = await server.FaultAsync(Host, s_question);

        Assert.Equal((value, subcode, code, false), (fault.Code, fault.Subcode, fault.Number, fault.IsWmi));
        Assert.Equal(Soap.MessageId, fault.Envelope.Descendants(Soap.A + "RelatesTo").Single().Value);
    }

    [Fact]
    public async Task Half_of_the_XML_comes_as_a_complete_answer_and_noise_does_too()
    {
        string whole = await TextAsync(new Misbehaviour());
        string half = await TextAsync(new Mishap(Phase.FirstPage, MishapKind.Truncated));
        string noise = await TextAsync(new Mishap(Phase.FirstPage, MishapKind.Garbage));

        Assert.InRange(half.Length, whole.Length / 4, whole.Length * 3 / 4);
        Assert.StartsWith("<s:Envelope", half, StringComparison.Ordinal);
        Assert.All(new[] { half, noise }, broken => Assert.Throws<XmlException>(() => XElement.Parse(broken)));
    }

    [Fact]
    public async Task A_good_answer_names_another_message_or_another_type()
    {
        Behave(new Mishap(Phase.FirstPage, MishapKind.WrongRelatesTo));
        XElement other = await server.AskAsync(Host, s_question);
        Assert.NotEqual(Soap.MessageId, other.Descendants(Soap.A + "RelatesTo").Single().Value);
        Assert.Equal(4, other.Items().Count);

        Behave(new Mishap(Phase.FirstPage, MishapKind.WrongContentType));
        using HttpResponseMessage response = await server.PostAsync(Host, s_question);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(4, XElement.Parse(await response.Content.ReadAsStringAsync()).Items().Count);
    }

    [Fact]
    public async Task An_answer_that_drips_is_whole_in_the_end()
    {
        Behave(new Mishap(Phase.FirstPage, MishapKind.Drip) { Delay = TimeSpan.Zero });
        Assert.Equal(4, (await server.AskAsync(Host, s_question)).Items().Count);
    }

    [Fact]
    public async Task A_late_answer_is_a_good_one()
    {
        TimeSpan late = TimeSpan.FromMilliseconds(60);
        Behave(new Misbehaviour { Mishaps = [new(Phase.FirstPage, MishapKind.Latency) { Delay = late }, new(Phase.SignIn, MishapKind.Latency) { Delay = late }] });
        long start = Environment.TickCount64;
        Assert.Equal(4, (await server.AskAsync(Host, s_question)).Items().Count);
        Assert.InRange(Environment.TickCount64 - start, 60, int.MaxValue);
    }

    [Theory]
    [InlineData(MishapKind.Reset)]
    [InlineData(MishapKind.Drop)]
    public async Task A_connection_is_reset_before_or_in_the_middle_of_an_answer(MishapKind what)
    {
        Behave(new Mishap(Phase.Invoke, what));
        await server.AskAsync(Host, s_question);
        HttpRequestException broken = await Assert.ThrowsAsync<HttpRequestException>(() => server.PostAsync(Host, Soap.Invoke(Provider, "EnumKey", "")));
        Assert.IsAssignableFrom<IOException>(broken.InnerException);
    }

    [Fact]
    public async Task Silence_lasts_and_ends_with_the_client()
    {
        Behave(new Mishap(Phase.FirstPage, MishapKind.Silent));
        using HttpClient http = new() { Timeout = TimeSpan.FromMilliseconds(300) };
        using HttpRequestMessage request = Question(server.Client.Address(Host));
        await Assert.ThrowsAsync<TaskCanceledException>(() => http.SendAsync(request));
    }

    [Fact]
    public async Task An_endless_answer_goes_beyond_any_limit_until_the_client_leaves()
    {
        SimulatedHost[] hosts = [SimulatedServer.Load("plain.yaml", "ENDLESS", "127.9.6.1")];
        hosts[0].Misbehave(new Mishap(Phase.FirstPage, MishapKind.Endless));
        await using WsManServer own = await WsManServer.StartAsync(hosts, SimulatedServer.Options(), CancellationToken.None);
        using (HttpClient http = new())
        using (HttpRequestMessage request = Question(new Uri($"http://127.9.6.1:{own.Port}/wsman")))
        {
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            using Stream body = await response.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[10_000_000]);
        }
        Assert.True(await Eventually.Async(() => own.Stats.Hosts[hosts[0]].OpenConnections == 0));
    }

    [Fact]
    public async Task A_mishap_skips_and_stops_as_it_is_told()
    {
        Behave(new Mishap(Phase.Operation, MishapKind.Error) { Skip = 1, Times = 2 });
        Assert.Equal("200 500 500 200 200", await StatusesAsync(server.Client, s_question, s_question, Soap.Invoke(Provider, "EnumKey", ""), s_question, s_question));
    }

    [Fact]
    public async Task Of_several_mishaps_the_first_that_fits_happens()
    {
        Behave(new Misbehaviour
        {
            Mishaps = [new(Phase.LaterPage, MishapKind.TooLarge), new(Phase.FirstPage, MishapKind.Unavailable) { Times = 1 }, new(Phase.Request, MishapKind.Error)],
        });
        Assert.Equal("503 500 413", await StatusesAsync(server.Client, s_question, s_question, Soap.Pull(Services, "uuid:1")));
    }

    [Fact]
    public async Task Signing_in_goes_wrong_on_each_connection_until_it_went_well_once()
    {
        Behave(new Mishap(Phase.SignIn, MishapKind.Unavailable) { Skip = 1, Times = 1 });
        using RawClient one = new(server.Server, server.Hosts);
        Assert.Equal("200 200 200", await StatusesAsync(one, s_question, s_question, s_question));
        using RawClient two = new(server.Server, server.Hosts);
        Assert.Equal("503 200", await StatusesAsync(two, s_question, s_question));
    }

    [Theory]
    [InlineData(Phase.Connect, MishapKind.Unavailable)]
    [InlineData(Phase.Connect, MishapKind.Drop)]
    [InlineData(Phase.FirstPage, MishapKind.Refused)]
    [InlineData(Phase.Request, MishapKind.Blackhole)]
    [InlineData(Phase.Identify, MishapKind.WrongRelatesTo)]
    [InlineData(Phase.Invoke, MishapKind.Fault)] // without a code
    public void What_cannot_happen_is_refused(Phase at, MishapKind what) =>
        Assert.Throws<ArgumentException>(() => Behave(new Mishap(at, what)));

    private static HttpRequestMessage Question(Uri address)
    {
        HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new StringContent(s_question) };
        request.Content.Headers.ContentType = new("application/soap+xml");
        request.Headers.Authorization = RawClient.Basic(SimulatedServer.User, SimulatedServer.Password);
        return request;
    }

    private static async Task<string> StatusesAsync(RawClient client, params string[] envelopes)
    {
        int[] statuses = new int[envelopes.Length];
        for (int i = 0; i < envelopes.Length; i++)
        {
            using HttpResponseMessage response = await client.PostAsync(Host, envelopes[i]);
            statuses[i] = (int)response.StatusCode;
        }
        return string.Join(' ', statuses);
    }

    private async Task<string> TextAsync(Misbehaviour misbehaviour)
    {
        Behave(misbehaviour);
        using HttpResponseMessage response = await server.PostAsync(Host, s_question);
        Assert.Equal((HttpStatusCode.OK, "application/soap+xml"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        return await response.Content.ReadAsStringAsync();
    }

    private void Behave(Misbehaviour misbehaviour) => server.Hosts.Single(h => h.Name == Host).Misbehave(misbehaviour);
}
