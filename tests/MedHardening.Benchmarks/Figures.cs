using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using MedHardening.Checklist;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MedHardening.Benchmarks;

/// <summary>The figures of one run, for a person and as JSON.</summary>
internal sealed record Figures(JObject Json)
{
    public static Figures Of(
        ChecklistStatus status, int throttle, Usage run, Usage bare, (long Requests, long BytesIn, long BytesOut) traffic, long replayRequests)
    {
        double hosts = status.Computers.Count;
        double[] milliseconds = status.Computers.Select(c => c.Duration.TotalMilliseconds).Order().ToArray();
        double Percentile(double p) => Math.Round(milliseconds[(int)Math.Ceiling(p * milliseconds.Length) - 1], 1);
        return new Figures(new JObject
        {
            ["schema"] = "medhardening/benchmark-fleet/1",
            ["hosts"] = hosts,
            ["throttle"] = throttle,
            ["outcomes"] = JObject.FromObject(status.Computers.GroupBy(c => c.Outcome).OrderBy(g => g.Key).ToDictionary(g => g.Key.ToString(), g => g.Count())),
            ["seconds"] = Round(run.Seconds),
            ["hostsPerSecond"] = Round(hosts / run.Seconds),
            ["clientCpuSeconds"] = Round(run.CpuSeconds),
            ["clientCpuMillisecondsPerHost"] = Round(run.CpuSeconds * 1000 / hosts),
            ["peakMegabytes"] = Round(run.PeakMegabytes),
            ["threads"] = run.Threads,
            ["requestsPerHost"] = Round(traffic.Requests / hosts),
            ["bytesSentPerHost"] = Round(traffic.BytesIn / hosts),
            ["bytesReceivedPerHost"] = Round(traffic.BytesOut / hosts),
            ["hostMilliseconds"] = new JObject { ["p50"] = Percentile(.5), ["p95"] = Percentile(.95), ["p99"] = Percentile(.99) },
            ["replay"] = new JObject { ["seconds"] = Round(bare.Seconds), ["cpuSeconds"] = Round(bare.CpuSeconds), ["requests"] = replayRequests },
            ["replayRatio"] = new JObject
            {
                ["cpu"] = Round(run.CpuSeconds / bare.CpuSeconds),
                ["time"] = Round(run.Seconds / bare.Seconds),
                ["requests"] = Round((double)traffic.Requests / replayRequests),
            },
            ["machine"] = new JObject
            {
                ["processors"] = Environment.ProcessorCount,
                ["os"] = RuntimeInformation.OSDescription,
                ["runtime"] = RuntimeInformation.FrameworkDescription,
            },
        });
    }

    public void Print(string? path)
    {
        Console.WriteLine(Json.ToString(Formatting.Indented));
        if (path is not null)
            File.WriteAllText(path, Json.ToString(Formatting.Indented) + Environment.NewLine);
    }

    private static double Round(double value) => Math.Round(value, value < 10 ? 3 : 1);
}
