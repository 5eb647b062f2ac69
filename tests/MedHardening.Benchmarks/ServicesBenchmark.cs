using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using MedHardening.Services;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MedHardening.Benchmarks;

/// <summary>
/// Exported service baselines (280 services, 120 programs, 40 ports each) against one reference: reading and comparing timed apart, one
/// file at a time, as Compare-ServiceBaseline does. Each computer differs in five things from the reference.
/// </summary>
internal static class ServicesBenchmark
{
    public static void Run(int count, string? json)
    {
        string folder = Directory.CreateTempSubdirectory("baselines").FullName;
        try
        {
            string[] paths = Enumerable.Range(1, count).Select(i => Write(folder, i)).ToArray();
            ServiceComparer comparer = new(ServiceBaselineReader.Read(Write(folder, 0)));
            Pass(comparer, paths.Take(20)); // pays for the just-in-time compiler
            GC.Collect();
            (Part reading, Part comparing, List<ServiceDifference> differences) = Pass(comparer, paths);
            Stopwatch summarizing = Stopwatch.StartNew();
            int lines = DifferenceSummary.Of(differences, count).Count;
            using Process process = Process.GetCurrentProcess();
            JObject figures = new()
            {
                ["schema"] = "medhardening/benchmark-services/1",
                ["baselines"] = count,
                ["reading"] = reading.Json(),
                ["comparing"] = comparing.Json(),
                ["summarizingSeconds"] = Math.Round(summarizing.Elapsed.TotalSeconds, 3),
                ["differences"] = differences.Count,
                ["summaryLines"] = lines,
                ["peakMegabytes"] = Math.Round(process.PeakWorkingSet64 / 1024.0 / 1024.0, 1),
            };
            Console.WriteLine(figures.ToString(Formatting.Indented));
            if (json is not null)
                File.WriteAllText(json, figures.ToString(Formatting.Indented) + Environment.NewLine);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (Part Reading, Part Comparing, List<ServiceDifference> Differences) Pass(ServiceComparer comparer, IEnumerable<string> paths)
    {
        List<ServiceDifference> differences = [];
        Part reading = new();
        Part comparing = new();
        foreach (string path in paths)
        {
            ServiceBaseline baseline = reading.Take(() => ServiceBaselineReader.Read(path));
            differences.AddRange(comparing.Take(() => comparer.Compare(baseline)));
        }
        return (reading, comparing, differences);
    }

    /// <summary>Time and processor time of one part of the work, its garbage collection included.</summary>
    private sealed class Part
    {
        private readonly Stopwatch _clock = new();
        private TimeSpan _cpu;

        public T Take<T>(Func<T> work)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            _clock.Start();
            T result = work();
            _clock.Stop();
            _cpu += Environment.CpuUsage.TotalTime - before;
            return result;
        }

        public JObject Json() => new() { ["seconds"] = Math.Round(_clock.Elapsed.TotalSeconds, 3), ["cpuSeconds"] = Math.Round(_cpu.TotalSeconds, 3) };
    }

    private static string Write(string folder, int i)
    {
        string path = Path.Combine(folder, "pc" + i.ToString("0000", CultureInfo.InvariantCulture) + ".yaml");
        ServiceBaselineWriter.Save(Computer(i), path);
        return path;
    }

    // 0 is the reference; on every other computer a service stopped, one came, a program changed its version, one is gone, a port opened.
    private static ServiceBaseline Computer(int i)
    {
        bool isReference = i == 0;
        return new ServiceBaseline
        {
            Schema = ServiceBaseline.SchemaId,
            Computer = "PC-" + i,
            TakenOn = new DateTime(2026, 11, 22),
            Services = [.. Enumerable.Range(1, isReference ? 280 : 281).Select(s => new ServiceEntry
            {
                Name = "Service" + s,
                DisplayName = "サービス " + s,
                Start = ServiceStartType.Automatic,
                State = s == 7 && !isReference ? ServiceRun.Stopped : ServiceRun.Running,
                Account = "LocalSystem",
                Path = @"C:\Windows\System32\svchost.exe",
                Arguments = "-k netsvcs -p -s Service" + s,
            })],
            Programs = [.. Enumerable.Range(isReference ? 1 : 2, isReference ? 120 : 119).Select(p => new ProgramEntry
            {
                Name = "プログラム " + p,
                Version = p == 9 && !isReference ? "2.0.1" : "1.2." + p,
                Publisher = "Maker " + p,
                InstalledOn = new DateTime(2025, 4, 15),
                Folder = @"C:\Program Files\Program " + p,
            })],
            Ports = [.. Enumerable.Range(1, isReference ? 40 : 41).Select(p => new PortEntry
            {
                Name = "tcp/" + (1000 + p).ToString(CultureInfo.InvariantCulture), Process = "svchost.exe", Service = "Service" + p, Path = @"C:\Windows\System32\svchost.exe",
            })],
        };
    }
}
