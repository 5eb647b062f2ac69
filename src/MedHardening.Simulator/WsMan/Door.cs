using System.Buffers;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Connections;

namespace MedHardening.Simulator.WsMan;

/// <summary>What befalls a connection before the first byte is read from it, TLS included.</summary>
internal sealed class Door(HostDirectory hosts, ServerStats stats)
{
    // What another service on the port would say.
    private static readonly byte[] s_otherProtocol = "SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray();

    public async Task EnterAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        SimulatedHost? host = hosts.Find((connection.LocalEndPoint as IPEndPoint)?.Address, null);
        if (host is null)
        {
            await next(connection).ConfigureAwait(false);
            return;
        }
        Traffic traffic = stats.Hosts[host];
        traffic.CountConnection(1);
        try
        {
            Incident incident = host.Meet(Phase.Connect, signingIn: false);
            await Task.Delay(incident.Latency, connection.ConnectionClosed).ConfigureAwait(false);
            await (incident.Mishap is null ? next(connection) : SpoilAsync(connection, incident.Mishap.What)).ConfigureAwait(false);
        }
        finally
        {
            traffic.CountConnection(-1);
        }
    }

    private static async Task SpoilAsync(ConnectionContext connection, MishapKind what)
    {
        switch (what)
        {
            case MishapKind.Silent:
                await Task.Delay(Timeout.Infinite, connection.ConnectionClosed).ConfigureAwait(false);
                break;
            case MishapKind.Garbage:
                connection.Transport.Output.Write(s_otherProtocol);
                await connection.Transport.Output.FlushAsync(connection.ConnectionClosed).ConfigureAwait(false);
                break;
            default:
                // Who comes here although the ledger points elsewhere is not served either.
                connection.Abort();
                break;
        }
    }
}
