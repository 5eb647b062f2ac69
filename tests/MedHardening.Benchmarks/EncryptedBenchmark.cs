using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Simulator;
using Newtonsoft.Json.Linq;

namespace MedHardening.Benchmarks;

/// <summary>
/// The same fleet twice in one process: unencrypted with Basic, and by Kerberos with encrypted messages. The ticket of the account is in the cache; those of
/// the hosts are got in the run.
/// </summary>
internal static class EncryptedBenchmark
{
    public const string Verb = "fleet-encrypted";
    private const int WarmUpHosts = 100;

    /// <summary>Makes the realm and goes on in a process that knows it: Kerberos reads its environment when a process begins.</summary>
    public static async Task<int> StartAsync(string[] args, int count)
    {
        await using Realm realm = await Realm.StartAsync(SimulatedFleet.Generate(Math.Max(count, WarmUpHosts) + WarmUpHosts).Select(h => h.Name));
        ProcessStartInfo start = ServerProcess.Self([Verb, .. args.Skip(1).Where(a => a != "--encrypted")]);
        foreach ((string name, string value) in realm.Environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public static async Task RunAsync(int count, int throttle, string? jsonPath)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(
            ServerProcess.HostsVerb, "--hosts", (Math.Max(count, WarmUpHosts) + WarmUpHosts).ToString(CultureInfo.InvariantCulture));
        Host[] hosts = server.Hosts;
        // Others than those that are measured, so that no ticket for them is in the cache yet.
        await FleetBenchmark.MeasureAsync(hosts[count..][..WarmUpHosts], server.Port, throttle, Unencrypted);
        await FleetBenchmark.MeasureAsync(hosts[count..][..WarmUpHosts], server.Port, throttle, Kerberos);

        (Usage plain, _) = await MeterAsync(hosts[..count], server.Port, throttle, Unencrypted);
        (Usage first, ChecklistStatus status) = await MeterAsync(hosts[..count], server.Port, throttle, Kerberos);
        (Usage again, _) = await MeterAsync(hosts[..count], server.Port, throttle, Kerberos);
        new Figures(new JObject
        {
            ["schema"] = "medhardening/benchmark-encrypted/1",
            ["hosts"] = count,
            ["throttle"] = throttle,
            ["proofs"] = JObject.FromObject(status.Computers.GroupBy(c => c.Authentication ?? c.Outcome.ToString()).ToDictionary(g => g.Key, g => g.Count())),
            ["unencrypted"] = Of(plain),
            ["kerberos"] = Of(first),
            ["kerberosAgain"] = Of(again),
            ["cpuRatio"] = Math.Round(first.CpuSeconds / plain.CpuSeconds, 2),
            ["cpuRatioAgain"] = Math.Round(again.CpuSeconds / plain.CpuSeconds, 2),
        }).Print(jsonPath);
    }

    private static JObject Of(Usage usage) => new()
    {
        ["seconds"] = Math.Round(usage.Seconds, 1),
        ["clientCpuSeconds"] = Math.Round(usage.CpuSeconds, 2),
    };

    private static async Task<(Usage Usage, ChecklistStatus Status)> MeterAsync(Host[] hosts, int port, int throttle, Func<string, string, int, CimTarget> target)
    {
        Meter meter = Meter.Start();
        ChecklistStatus status = await FleetBenchmark.MeasureAsync(hosts, port, throttle, target);
        return (meter.Stop(), status);
    }

    public static CimTarget Unencrypted(string name, string address, int port) => new(name)
    {
        Address = address,
        Port = port,
        Authentication = CimAuthentication.Basic,
        Credential = new NetworkCredential(ServerProcess.User, ServerProcess.Password),
    };

    private static CimTarget Kerberos(string name, string address, int port) => new(name + Realm.Domain)
    {
        Address = address,
        Port = port,
        Authentication = CimAuthentication.Kerberos,
    };
}
