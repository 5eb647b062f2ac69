using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.Mi;

/// <summary>
/// Takes what MI calls back with, on threads of MI, and turns it into one answer. Open in its type, so that the engine's types can be
/// looked through where there is no MI.
/// </summary>
internal sealed class Collector<T>(Func<T, CimObject> map, string what, int limit) : IObserver<T>
{
    // As much as the WS-Man client takes, counted in characters of text.
    private const long MaxText = 32L * 1024 * 1024;

    // MI's thread must not go on with our work.
    private readonly TaskCompletionSource<IReadOnlyList<CimObject>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<CimObject> _rows = [];
    private long _text;
    private volatile int _count;
    private volatile bool _hasEnded;

    /// <summary>Whether the operation is over on MI's side.</summary>
    public bool HasEnded => _hasEnded;

    /// <summary>The rows, when all are there.</summary>
    /// <param name="silence">How long MI may say nothing.</param>
    /// <exception cref="CimFault">There was nothing for so long, or there was too much.</exception>
    /// <exception cref="Exception">What MI reported.</exception>
    public async Task<IReadOnlyList<CimObject>> WaitAsync(TimeSpan silence, CancellationToken cancel)
    {
        using CancellationTokenSource waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        while (true)
        {
            int seen = _count;
            await Task.WhenAny(_done.Task, Task.Delay(silence, waiting.Token)).ConfigureAwait(false);
            if (_done.Task.IsCompleted)
            {
                waiting.Cancel();
                return await _done.Task.ConfigureAwait(false);
            }
            cancel.ThrowIfCancellationRequested();
            if (seen == _count)
                throw new CimFault(CimFaultKind.OperationTimedOut, what + ": no answer in " + silence.TotalSeconds + " s");
        }
    }

    public void OnNext(T value)
    {
        if (_done.Task.IsCompleted)
            return;
        try
        {
            CimObject row = map(value);
            _text += TextOf(row);
            if (_rows.Count == limit)
                throw new CimFault(CimFaultKind.LimitExceeded, what + ": more than " + limit + " instances");
            if (_text > MaxText)
                throw new CimFault(CimFaultKind.LimitExceeded, what + ": more than " + MaxText + " characters");
            _rows.Add(row);
            _count++;
        }
        catch (Exception e)
        {
            // MI does nothing with what an observer throws; who waits for the answer does.
            _done.TrySetException(e);
        }
    }

    public void OnError(Exception error)
    {
        _hasEnded = true;
        _done.TrySetException(error);
    }

    public void OnCompleted()
    {
        _hasEnded = true;
        _done.TrySetResult(_rows);
    }

    private static long TextOf(object? value)
    {
        long length = 1;
        switch (value)
        {
            case string text:
                length += text.Length;
                break;
            case object?[] items:
                foreach (object? item in items)
                    length += TextOf(item);
                break;
            case CimObject row:
                foreach (KeyValuePair<string, object?> property in row.Properties)
                    length += TextOf(property.Value);
                break;
        }
        return length;
    }
}
