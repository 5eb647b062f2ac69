using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Management.Infrastructure.Options;

namespace Microsoft.Management.Infrastructure.Generic;

/// <summary>
/// Calls back on another thread, as MI does. Ending the subscription ends nothing, as in PowerShell 7 (PowerShell/MMI,
/// CimAsyncCancellationDisposable): only the token does.
/// </summary>
public class CimAsyncMultipleResults<T>(Func<IEnumerable<object>> answer, CimOperationOptions options) : IObservable<T>
{
    public IDisposable Subscribe(IObserver<T> observer)
    {
        CancellationToken cancel = options.CancellationToken ?? default;
        // A thread of its own: an answer may wait, and must not keep the threads of the pool from those who wait for it.
        Task.Factory.StartNew(() =>
        {
            try
            {
                foreach (object item in answer())
                {
                    cancel.ThrowIfCancellationRequested();
                    observer.OnNext((T)item);
                }
                cancel.ThrowIfCancellationRequested();
            }
            catch (Exception e) when (e is CimException or OperationCanceledException)
            {
                observer.OnError(e);
                return;
            }
            observer.OnCompleted();
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return new Subscription();
    }

    private sealed class Subscription : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
