using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Benchmarks;

/// <summary>The least that any client must do: send the same bodies over one connection a host and read the answers.</summary>
internal static class Replay
{
    public static async Task RunAsync(IReadOnlyList<Host> hosts, Traffic traffic, int port, int throttle)
    {
        using HttpClient http = new(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            MaxConnectionsPerServer = 1,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1),
        });
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = throttle }, async (host, cancel) =>
        {
            // A computer that was not to be asked has no traffic.
            if (!traffic.ByArchetype.TryGetValue(host.Archetype, out IReadOnlyList<(byte[] Request, byte[] Reply)>? exchanges))
                return;
            for (int n = 0; n < exchanges.Count; n++)
                await PostAsync(http, new Uri($"http://{host.Address}:{port}/{host.Archetype}?n={n}"), exchanges[n].Request, cancel);
        });
    }

    private static async Task PostAsync(HttpClient http, Uri uri, byte[] body, CancellationToken cancel)
    {
        using ByteArrayContent content = new(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/soap+xml;charset=UTF-8");
        using HttpResponseMessage response = await http.PostAsync(uri, content, cancel);
        await response.Content.ReadAsByteArrayAsync(cancel);
    }
}

/// <summary>One simulated host, as the server process tells it.</summary>
internal sealed record Host(string Name, string Address, string Role, string Archetype);
