using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Benchmarks;

/// <summary>A whole fleet, the whole checklist, the baseline for hospitals.</summary>
internal static class FleetBenchmark
{
    private const int WarmUpHosts = 100;

    public static async Task RunAsync(int count, int throttle, string? jsonPath)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(ServerProcess.HostsVerb, "--hosts", Math.Max(count, WarmUpHosts).ToString(CultureInfo.InvariantCulture));
        Host[] hosts = server.Hosts;

        Traffic traffic = new(await RecordAsync(hosts, server.Port));
        string file = Path.GetTempFileName();
        traffic.Save(file);
        await using ServerProcess replay = await ServerProcess.StartAsync(ServerProcess.ReplayVerb, "--traffic", file);

        // The first run pays for the just-in-time compiler.
        await MeasureAsync(hosts[..WarmUpHosts], server.Port, throttle);
        await Replay.RunAsync(hosts[..WarmUpHosts], traffic, replay.Port, throttle);

        Host[] fleet = hosts[..count];
        (long Requests, long BytesIn, long BytesOut) before = await server.StatsAsync();
        Meter meter = Meter.Start();
        ChecklistStatus status = await MeasureAsync(fleet, server.Port, throttle);
        Usage run = meter.Stop();
        (long Requests, long BytesIn, long BytesOut) after = await server.StatsAsync();

        (long Requests, long BytesIn, long BytesOut) replayed = await replay.StatsAsync();
        meter = Meter.Start();
        await Replay.RunAsync(fleet, traffic, replay.Port, throttle);
        Usage bare = meter.Stop();
        long replayRequests = (await replay.StatsAsync()).Requests - replayed.Requests;
        File.Delete(file);

        Figures.Of(status, throttle, run, bare, (after.Requests - before.Requests, after.BytesIn - before.BytesIn, after.BytesOut - before.BytesOut), replayRequests)
            .Print(jsonPath);
    }

    private static Task<ChecklistStatus> MeasureAsync(Host[] hosts, int port, int throttle) =>
        MeasureAsync(hosts, port, throttle, EncryptedBenchmark.Unencrypted);

    /// <param name="target">How a host is reached, by its name, address and port.</param>
    internal static Task<ChecklistStatus> MeasureAsync(Host[] hosts, int port, int throttle, Func<string, string, int, CimTarget> target) =>
        new StatusRun(Transports.WsMan()!, c => target(c.Name, c.Address, port)).RunAsync(
            new StatusRequest(
                BaselineReader.Read(Path.Combine(Root(), "baselines", "hospital.yaml")),
                ProfileReader.Load("mhlw-r7"),
                null,
                hosts.Select(h => new LedgerComputer(h.Name, h.Address, h.Role, Handling.ReadOnly, 0)).ToArray(),
                new DateTime(2025, 12, 1))
            {
                ThrottleLimit = throttle,
            },
            _ => { },
            CancellationToken.None);

    /// <summary>One host of each archetype, through a relay that writes its traffic down.</summary>
    private static async Task<Dictionary<string, IReadOnlyList<(byte[] Request, byte[] Reply)>>> RecordAsync(Host[] hosts, int port)
    {
        Dictionary<string, IReadOnlyList<(byte[], byte[])>> traffic = [];
        foreach (Host host in hosts.DistinctBy(h => h.Archetype))
        {
            using TrafficRecorder recorder = new(new IPEndPoint(IPAddress.Parse(host.Address), port));
            Task<IReadOnlyList<(byte[], byte[])>> recording = recorder.RecordAsync();
            await MeasureAsync([host with { Address = "127.0.0.1" }], recorder.Port, 1);
            traffic[host.Archetype] = await recording;
        }
        return traffic;
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../.."));
}
