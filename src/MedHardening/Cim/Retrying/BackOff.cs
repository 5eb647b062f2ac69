using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.Retrying;

/// <summary>The patience with one host. Only <see cref="CimFaultKind.Busy"/> is worth a second try: the host did nothing and said so.</summary>
/// <param name="limit">After so long since a question was first asked, no further try begins.</param>
internal sealed class BackOff(Patience patience, TimeSpan limit)
{
    // A host that stayed busy through all tries of one question is not waited for with the next ones.
    private volatile bool _isSpent;

    /// <exception cref="CimFault">The host is still busy, or there is another fault.</exception>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancel)
    {
        Stopwatch clock = Stopwatch.StartNew();
        for (int tries = 0; ; tries++)
        {
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (CimFault fault) when (fault.Kind == CimFaultKind.Busy && !_isSpent)
            {
                TimeSpan? wait = patience.Before(tries);
                if (wait is null || clock.Elapsed + wait >= limit)
                {
                    _isSpent = true;
                    throw;
                }
                await patience.Wait(wait.Value, cancel).ConfigureAwait(false);
            }
        }
    }
}
