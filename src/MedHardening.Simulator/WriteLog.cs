using System;
using System.Threading;

namespace MedHardening.Simulator;

/// <summary>The requests to one host that change something, and a place to interfere.</summary>
public sealed class WriteLog
{
    private long _count;

    /// <summary>How many there were, also those that were refused.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Called with the name of the method before it is done, on the thread of the request.</summary>
    public Action<string>? Before { get; set; }

    /// <summary>Called after it was done and before it is answered.</summary>
    public Action<string>? After { get; set; }

    internal T Do<T>(string method, Func<T> write)
    {
        Interlocked.Increment(ref _count);
        Before?.Invoke(method);
        T result = write();
        After?.Invoke(method);
        return result;
    }
}
