using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>The samples that the simulator carries, one host of each, behind a listener and asked by the engine's own client.</summary>
public sealed class CarriedHosts : IAsyncLifetime
{
    private const int SampleCount = 13;
    private const string User = @"SAMPLE\audit";
    private const string Password = "demo-only";

    private readonly WsManTransport _transport = new();
    private WsManServer? _server;

    internal IReadOnlyList<SimulatedHost> Hosts { get; } = SimulatedFleet.Generate(SampleCount);

    internal static string Folder =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src/MedHardening.Simulator/hosts"));

    public async Task InitializeAsync() => _server = await WsManServer.StartAsync(
        Hosts,
        new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            AllowBasic = true,
            AllowUnencrypted = true,
            Users = new Dictionary<string, string> { [User] = Password },
        },
        CancellationToken.None);

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    internal SimulatedHost Host(string sample) => Hosts.Single(h => h.Archetype == sample);

    internal Task<ICimSession> OpenAsync(string sample)
    {
        SimulatedHost host = Host(sample);
        CimTarget target = new(host.Name)
        {
            Address = host.Address.ToString(),
            Port = _server!.Port,
            Authentication = CimAuthentication.Basic,
            Credential = new NetworkCredential(User, Password),
        };
        return _transport.OpenAsync(target, CancellationToken.None);
    }

    internal async Task<IReadOnlyList<ServiceState>> ServicesAsync(string sample)
    {
        using ICimSession session = await OpenAsync(sample);
        return await session.ReadServicesAsync(CancellationToken.None);
    }

    /// <summary>Names of the services that run or start by themselves.</summary>
    internal async Task<HashSet<string>> ActiveAsync(string sample) =>
        (await ServicesAsync(sample)).Where(s => s.IsRunning || s.StartsItself).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>A key below HKLM, or null when the host has none.</summary>
    internal async Task<RegistryKey?> KeyAsync(string sample, string path)
    {
        using ICimSession session = await OpenAsync(sample);
        return await session.ReadKeyAsync(RegistryHive.LocalMachine, path, CancellationToken.None);
    }

    internal async Task<CimObject> SingleAsync(string sample, string className)
    {
        using ICimSession session = await OpenAsync(sample);
        return Assert.Single(await session.QueryAsync(CimQuery.Class("root/cimv2", className), CancellationToken.None));
    }

    /// <summary>All instances of a class, by WQL.</summary>
    internal async Task<IReadOnlyList<CimObject>> RowsAsync(string sample, string ns, string className, string? store = null, string where = "")
    {
        using ICimSession session = await OpenAsync(sample);
        CimQuery query = CimQuery.FromWql(ns, "SELECT * FROM " + className + where);
        return await session.QueryAsync(store is null ? query : query.With("PolicyStore", store), CancellationToken.None);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
