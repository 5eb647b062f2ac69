using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>The hosts of <c>Hosts/</c>, each at an address of its own, behind one listener.</summary>
public sealed class SimulatedServer : IAsyncLifetime, IDisposable
{
    public const string User = @"MED\audit";
    public const string Password = "demo-only";

    private WsManServer? _server;
    private RawClient? _client;

    internal static string Folder => Path.Combine(Path.GetDirectoryName(ThisFile())!, "Hosts");

    internal WsManServer Server => _server ?? throw new InvalidOperationException("not started");

    internal RawClient Client => _client ?? throw new InvalidOperationException("not started");

    internal IReadOnlyList<SimulatedHost> Hosts { get; } = SimulatedFleet.Generate(6, Folder);

    internal static WsManServerOptions Options() => new()
    {
        Listen = new IPEndPoint(IPAddress.Any, 0),
        AllowBasic = true,
        AllowUnencrypted = true,
        Users = new Dictionary<string, string> { [User] = Password },
    };

    internal static SimulatedHost Load(string file, string name, string address) =>
        SimulatedFleet.Load(Path.Combine(Folder, file), name, IPAddress.Parse(address));

    public async Task InitializeAsync()
    {
        _server = await WsManServer.StartAsync(Hosts, Options(), CancellationToken.None);
        _client = new RawClient(_server, Hosts);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => _client?.Dispose();

    internal Task<HttpResponseMessage> PostAsync(string host, string envelope, Action<HttpRequestMessage>? change = null) =>
        Client.PostAsync(host, envelope, change);

    internal Task<XElement> AskAsync(string host, string envelope) => Client.AskAsync(host, envelope);

    internal Task<Fault> FaultAsync(string host, string envelope) => Client.FaultAsync(host, envelope);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
