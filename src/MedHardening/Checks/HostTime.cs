using System;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>From which day the age of something on a host is counted.</summary>
internal static class HostTime
{
    /// <summary>
    /// The later of the day of the judgement and of the host's own clock: a clock that stands still makes nothing young, and a
    /// recording that was made after the day of the judgement makes nothing older than it was.
    /// </summary>
    public static async Task<DateTime> TodayAsync(this HostView host, CancellationToken cancel)
    {
        DateTime clock = JapanTime.Day(await host.Session.ReadClockAsync(cancel).ConfigureAwait(false));
        return clock > host.AsOf.Date ? clock : host.AsOf.Date;
    }
}
