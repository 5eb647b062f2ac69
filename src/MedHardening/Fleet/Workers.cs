using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Fleet;

/// <summary>Bounded concurrency without a thread per host.</summary>
internal static class Workers
{
    /// <summary>
    /// Runs <paramref name="work"/> for every item, at most <paramref name="limit"/> at a time. Returns when every worker
    /// has ended, also after a cancellation or a failure; after either no new item is begun.
    /// </summary>
    public static async Task RunAsync<T>(IReadOnlyList<T> items, int limit, Func<T, Task> work, CancellationToken cancel)
    {
        int next = -1;
        async Task WorkAsync()
        {
            try
            {
                int i;
                while (!cancel.IsCancellationRequested && (i = Interlocked.Increment(ref next)) < items.Count)
                    await work(items[i]).ConfigureAwait(false);
            }
            catch
            {
                Volatile.Write(ref next, items.Count);
                throw;
            }
        }
        await Task.WhenAll(Enumerable.Range(0, Math.Min(limit, items.Count)).Select(_ => Task.Run(WorkAsync, CancellationToken.None)))
            .ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }
}
