using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Simulator;

namespace MedHardening.Benchmarks;

/// <summary>
/// The other side of the wire, in a process of its own so that its CPU and memory are not the client's. It says its port
/// and whatever else the client must know as lines on standard output, answers <c>stats</c>, and ends with its input.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    public const string HostsVerb = "serve-hosts";
    public const string ReplayVerb = "serve-replay";
    public const string User = "bench";
    public const string Password = "bench-only";
    private const string Ready = "ready";

    private readonly Process _process;

    private ServerProcess(Process process, IReadOnlyList<string> lines)
    {
        _process = process;
        Lines = lines;
    }

    /// <summary>What it said before it was ready; the first line is the port.</summary>
    public IReadOnlyList<string> Lines { get; }

    public int Port => int.Parse(Lines[0], CultureInfo.InvariantCulture);

    /// <summary>The simulated hosts that <see cref="HostsVerb"/> told of.</summary>
    public Host[] Hosts => [.. Lines.Skip(1).Select(l => l.Split('\t')).Select(f => new Host(f[0], f[1], f[2], f[3]))];

    /// <summary>This program once more, with other arguments.</summary>
    public static ProcessStartInfo Self(string[] arguments) => new(
        Environment.ProcessPath!,
        Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(ServerProcess).Assembly.Location, .. arguments] : arguments);

    public static async Task<ServerProcess> StartAsync(params string[] arguments)
    {
        ProcessStartInfo start = Self(arguments);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        Process process = Process.Start(start)!;
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != Ready)
            lines.Add(line);
        return lines.Count > 0 ? new ServerProcess(process, lines) : throw new InvalidOperationException("the server did not start");
    }

    /// <summary>Requests, bytes in, bytes out since the start.</summary>
    public async Task<(long Requests, long BytesIn, long BytesOut)> StatsAsync()
    {
        await _process.StandardInput.WriteLineAsync("stats");
        string[] numbers = (await _process.StandardOutput.ReadLineAsync())!.Split(' ');
        return (Parse(numbers[0]), Parse(numbers[1]), Parse(numbers[2]));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Serves simulated hosts; tells name, address, role and archetype of each.</summary>
    public static async Task ServeHostsAsync(int count)
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(count);
        await using WsManServer server = await WsManServer.StartAsync(hosts, new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            AllowBasic = true,
            AllowUnencrypted = true,
            Users = new Dictionary<string, string> { [User] = Password },
        }, CancellationToken.None);
        Console.WriteLine(server.Port);
        foreach (SimulatedHost host in hosts)
            Console.WriteLine(string.Join('\t', host.Name, host.Address, host.Role, host.Archetype));
        await AnswerAsync(() => (server.Stats.Requests, server.Stats.BytesIn, server.Stats.BytesOut));
    }

    internal static async Task AnswerAsync(Func<(long Requests, long BytesIn, long BytesOut)> stats)
    {
        Console.WriteLine(Ready);
        while (await Console.In.ReadLineAsync() is not null)
        {
            (long requests, long bytesIn, long bytesOut) = stats();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{requests} {bytesIn} {bytesOut}"));
        }
    }

    private static long Parse(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
