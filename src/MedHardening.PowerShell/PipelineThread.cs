using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.PowerShell;

/// <summary>
/// Brings what workers have to say onto the thread of the pipeline, the only one on which a cmdlet may write.
/// </summary>
internal sealed class PipelineThread : IDisposable
{
    // Bounded, so that a slow command down the pipeline slows the workers instead of filling memory.
    private readonly BlockingCollection<Action> _actions = new(boundedCapacity: 256);

    /// <summary>Lets the pipeline's thread do something soon; waits while too much is queued already.</summary>
    /// <exception cref="OperationCanceledException">The cmdlet is stopping.</exception>
    public void Post(Action action, CancellationToken cancel) => _actions.Add(action, cancel);

    /// <summary>Runs the work elsewhere, and here what it posts. Returns when both have ended.</summary>
    /// <exception cref="Exception">What the work or an action threw; the work has ended then, too.</exception>
    public T Run<T>(Func<Task<T>> work, CancellationTokenSource stop)
    {
        Task<T> task = Task.Run(async () =>
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            finally
            {
                _actions.CompleteAdding();
            }
        });
        try
        {
            foreach (Action action in _actions.GetConsumingEnumerable())
                action();
        }
        catch
        {
            // Select-Object -First, -ErrorAction Stop, Ctrl+C: the workers must end, too, before the cmdlet does.
            stop.Cancel();
            try
            {
                task.GetAwaiter().GetResult();
            }
            catch (Exception)
            {
                // What ended the pipeline is what counts; the work fails now because it was told to stop.
            }
            throw;
        }
        return task.GetAwaiter().GetResult();
    }

    public void Dispose() => _actions.Dispose();
}
