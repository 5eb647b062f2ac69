using System;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Shells;
using MedHardening.Simulator;
using MedHardening.Tests.Simulator;

namespace MedHardening.Tests.Cim.WsMan.Shells;

/// <summary>One simulated host with a shell, and a session that may use it.</summary>
internal sealed class ShellHost : IAsyncDisposable
{
    private readonly WsManServer _server;

    private ShellHost(WsManServer server, SimulatedHost host, ICimSession session)
    {
        _server = server;
        Host = host;
        Session = session;
    }

    public SimulatedHost Host { get; }

    public ICimSession Session { get; }

    public static async Task<ShellHost> StartAsync(string archetype = "01-good-client-ja", bool allowed = true, int shells = 30)
    {
        SimulatedHost host = SimulatedFleet.Carried(archetype, "PC-1", 0);
        WsManServerOptions usual = SimulatedServer.Options();
        WsManServer server = await WsManServer.StartAsync(
            [host],
            new WsManServerOptions { Listen = usual.Listen, AllowBasic = true, AllowUnencrypted = true, Users = usual.Users, MaxShellsPerUser = shells },
            CancellationToken.None);
        ICimSession session = await Transports.WsMan()!.OpenAsync(Target(host, server.Port, allowed), CancellationToken.None);
        return new ShellHost(server, host, session);
    }

    public Task<ShellOutput> RunAsync(string line) => Session.RunAsync(ShellCommand.Of(line), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await _server.DisposeAsync();
    }

    private static CimTarget Target(SimulatedHost host, int port, bool allowed) => new(host.Name)
    {
        Address = host.Address.ToString(),
        Port = port,
        Credential = new("audit", SimulatedServer.Password, "MED"),
        AllowRemoteShell = allowed,
    };
}
