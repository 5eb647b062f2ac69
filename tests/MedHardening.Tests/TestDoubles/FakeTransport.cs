using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Tests.TestDoubles;

/// <summary>Opens hosts made up by the test.</summary>
internal sealed class FakeTransport(Func<string, CancellationToken, Task<ICimSession>> open) : ICimTransport
{
    private int _open;
    private int _mostOpen;

    public FakeTransport(IReadOnlyDictionary<string, FakeHost> hosts)
        : this((name, _) => hosts.TryGetValue(name, out FakeHost? host)
            ? Task.FromResult<ICimSession>(host)
            : throw new CimFault(CimFaultKind.NameNotResolved, name))
    {
    }

    /// <summary>The most connection attempts under way at one moment.</summary>
    public int MostOpening => _mostOpen;

    public async Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel)
    {
        int now = Interlocked.Increment(ref _open);
        InterlockedMax(ref _mostOpen, now);
        try
        {
            return await open(target.Name, cancel);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static void InterlockedMax(ref int location, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref location)) && Interlocked.CompareExchange(ref location, value, seen) != seen)
        {
        }
    }
}
