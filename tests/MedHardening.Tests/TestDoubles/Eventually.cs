using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace MedHardening.Tests.TestDoubles;

/// <summary>For what another thread is about to do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <returns>Whether it became true, looked at again and again, within a time that is ample on a loaded machine.</returns>
    public static async Task<bool> Async(Func<bool> condition)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!condition())
        {
            if (clock.Elapsed > s_patience)
                return false;
            await Task.Delay(10);
        }
        return true;
    }
}
