using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Fleet;
using MedHardening.Simulator;

namespace MedHardening.Cli.Simulate;

/// <summary>Made-up computers behind one listener, with the ledger by which they are reached.</summary>
internal sealed class SimulatedHospital : IAsyncDisposable
{
    private readonly WsManServer _server;

    private SimulatedHospital(WsManServer server, IReadOnlyList<LedgerComputer> ledger)
    {
        _server = server;
        Ledger = ledger;
    }

    public IReadOnlyList<LedgerComputer> Ledger { get; }

    public int Port => _server.Port;

    /// <param name="listen">
    /// 127.0.0.1, where computers are told apart by the name that is asked for; or 0.0.0.0, which gives each a loopback address of
    /// its own and still serves this computer only.
    /// </param>
    /// <exception cref="UsageException">Nobody can listen there.</exception>
    public static async Task<SimulatedHospital> StartAsync(
        IReadOnlyList<SimulatedComputer> computers, IPEndPoint listen, NetworkCredential account, CancellationToken cancel)
    {
        try
        {
            WsManServer server = await WsManServer.StartAsync(
                computers.Select(c => c.Host).OfType<SimulatedHost>().ToArray(),
                new WsManServerOptions
                {
                    Listen = listen,
                    AllowBasic = true,
                    AllowUnencrypted = true,
                    Users = new Dictionary<string, string> { [account.UserName] = account.Password },
                },
                cancel);
            return new SimulatedHospital(server, computers.Select(c => c.At(server)).ToArray());
        }
        catch (IOException e)
        {
            throw new UsageException(new(
                listen + " で待ち受けられません。ほかのポートを指定してください: " + e.Message,
                "Cannot listen at " + listen + "; name another port: " + e.Message));
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
