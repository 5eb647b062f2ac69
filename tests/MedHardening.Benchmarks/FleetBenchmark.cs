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
        Host[] hosts = server.Lines.Skip(1).Select(l => l.Split('\t')).Select(f => new Host(f[0], f[1], f[2], f[3])).ToArray();

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
        new StatusRun(Transports.WsMan()!, c => new CimTarget(c.Name)
        {
            Address = c.Address,
            Port = port,
            Authentication = CimAuthentication.Basic,
            Credential = new NetworkCredential(ServerProcess.User, ServerProcess.Password),
        }).RunAsync(
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
