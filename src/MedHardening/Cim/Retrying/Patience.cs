using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.Retrying;

/// <summary>How often a busy host is asked again, and after which waits.</summary>
internal sealed class Patience
{
    private static readonly Random s_random = new();

    /// <summary>One wait for each further try.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } =
        [TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>What a wait is multiplied with, so that workers that met one overload do not come back in step.</summary>
    public Func<double> Jitter { get; init; } = Spread;

    public Func<TimeSpan, CancellationToken, Task> Wait { get; init; } = Task.Delay;

    /// <summary>How long to wait after so many tries again; null when it is enough.</summary>
    public TimeSpan? Before(int again) =>
        again < Waits.Count ? TimeSpan.FromTicks((long)(Waits[again].Ticks * Jitter())) : null;

    // 0.75 to 1.25.
    private static double Spread()
    {
        lock (s_random)
            return 0.75 + (s_random.NextDouble() / 2);
    }
}
