using System;
using System.Diagnostics;

namespace MedHardening.Benchmarks;

/// <summary>CPU and time of this process between two moments.</summary>
internal sealed class Meter
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpu = Process.GetCurrentProcess().TotalProcessorTime;

    public static Meter Start()
    {
        GC.Collect();
        return new Meter();
    }

    public Usage Stop()
    {
        using Process process = Process.GetCurrentProcess();
        return new Usage(
            Stopwatch.GetElapsedTime(_start).TotalSeconds,
            (process.TotalProcessorTime - _cpu).TotalSeconds,
            process.PeakWorkingSet64 / 1024.0 / 1024.0,
            process.Threads.Count);
    }
}

/// <param name="PeakMegabytes">Largest resident set since the process began.</param>
internal sealed record Usage(double Seconds, double CpuSeconds, double PeakMegabytes, int Threads);
