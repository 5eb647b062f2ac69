using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace MedHardening.Benchmarks;

/// <summary>
/// <c>fleet --hosts N [--throttle N] [--json FILE]</c>: a whole checklist over N simulated hosts in another process, and the
/// replay of the same bytes with a bare HttpClient; with <c>--encrypted</c>, the same hosts by Kerberos beside it.
/// <c>services --baselines N [--json FILE]</c>: exported service baselines against one reference. The other verbs are the other processes of
/// the first.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        bool encrypted = args.Contains("--encrypted");
        Dictionary<string, string> options = args.Skip(1).Where(a => a != "--encrypted").Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
        int Number(string name, int otherwise) =>
            options.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        switch (args.FirstOrDefault())
        {
            case "fleet" when encrypted:
                return await EncryptedBenchmark.StartAsync(args, Number("--hosts", 200));
            case EncryptedBenchmark.Verb:
                await EncryptedBenchmark.RunAsync(Number("--hosts", 200), Number("--throttle", 32), options.GetValueOrDefault("--json"));
                return 0;
            case "fleet":
                await FleetBenchmark.RunAsync(Number("--hosts", 200), Number("--throttle", 32), options.GetValueOrDefault("--json"));
                return 0;
            case "services":
                ServicesBenchmark.Run(Number("--baselines", 1000), options.GetValueOrDefault("--json"));
                return 0;
            case ServerProcess.HostsVerb:
                await ServerProcess.ServeHostsAsync(Number("--hosts", 0));
                return 0;
            case ServerProcess.ReplayVerb:
                await ReplayServer.ServeAsync(options["--traffic"]);
                return 0;
            default:
                await Console.Error.WriteLineAsync("usage: fleet --hosts N [--encrypted] [--throttle N] [--json FILE] | services --baselines N [--json FILE]");
                return 2;
        }
    }
}
