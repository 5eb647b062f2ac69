using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Posts literal envelopes to simulated hosts.</summary>
internal sealed class RawClient(WsManServer server, IReadOnlyList<SimulatedHost> hosts) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public Uri Address(string host, string path = "/wsman") =>
        new($"http://{hosts.Single(h => h.Name == host).Address}:{server.Port}{path}");

    public async Task<HttpResponseMessage> PostAsync(string host, string envelope, Action<HttpRequestMessage>? change = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Address(host)) { Content = new StringContent(envelope, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/soap+xml;charset=UTF-8");
        request.Headers.Authorization = Basic(SimulatedServer.User, SimulatedServer.Password);
        change?.Invoke(request);
        return await _http.SendAsync(request);
    }

    /// <summary>The envelope of an answer that must be a success.</summary>
    public async Task<XElement> AskAsync(string host, string envelope) => await EnvelopeAsync(host, envelope, HttpStatusCode.OK);

    /// <summary>The fault of an answer that must be one.</summary>
    public async Task<Fault> FaultAsync(string host, string envelope) =>
        Fault.Of(await EnvelopeAsync(host, envelope, HttpStatusCode.InternalServerError));

    public static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password)));

    public void Dispose() => _http.Dispose();

    private async Task<XElement> EnvelopeAsync(string host, string envelope, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await PostAsync(host, envelope);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, response.StatusCode + ": " + text);
        Assert.Equal("application/soap+xml", response.Content.Headers.ContentType!.MediaType);
        return XElement.Parse(text);
    }
}
