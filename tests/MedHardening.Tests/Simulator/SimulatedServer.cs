using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>The hosts of <c>Hosts/</c> behind one listener, asked with literal envelopes.</summary>
public sealed class SimulatedServer : IAsyncLifetime, IDisposable
{
    public const string User = @"MED\audit";
    public const string Password = "demo-only";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private WsManServer? _server;

    internal static string Folder => Path.Combine(Path.GetDirectoryName(ThisFile())!, "Hosts");

    internal WsManServer Server => _server ?? throw new InvalidOperationException("not started");

    internal IReadOnlyList<SimulatedHost> Hosts { get; } = SimulatedFleet.Generate(6, Folder);

    internal static WsManServerOptions Options(IPAddress? listen = null) => new()
    {
        Listen = new IPEndPoint(listen ?? IPAddress.Any, 0),
        AllowBasic = true,
        AllowUnencrypted = true,
        Users = new Dictionary<string, string> { [User] = Password },
    };

    public async Task InitializeAsync() => _server = await WsManServer.StartAsync(Hosts, Options(), CancellationToken.None);

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => _http.Dispose();

    internal SimulatedHost Host(string name) => Hosts.Single(h => h.Name == name);

    internal Uri Address(string host, string path = "/wsman") => new($"http://{Host(host).Address}:{Server.Port}{path}");

    internal async Task<HttpResponseMessage> PostAsync(string host, string envelope, Action<HttpRequestMessage>? change = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Address(host)) { Content = new StringContent(envelope, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/soap+xml;charset=UTF-8");
        request.Headers.Authorization = Basic(User, Password);
        change?.Invoke(request);
        return await _http.SendAsync(request);
    }

    /// <summary>The envelope of an answer that must be a success.</summary>
    internal async Task<XElement> AskAsync(string host, string envelope)
    {
        using HttpResponseMessage response = await PostAsync(host, envelope);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, response.StatusCode + ": " + text);
        return XElement.Parse(text);
    }

    /// <summary>The fault of an answer that must be one.</summary>
    internal async Task<Fault> FaultAsync(string host, string envelope)
    {
        using HttpResponseMessage response = await PostAsync(host, envelope);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.InternalServerError, response.StatusCode + ": " + text);
        return Fault.Of(XElement.Parse(text));
    }

    internal static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password)));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
