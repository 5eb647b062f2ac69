using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace MedHardening.Simulator;

/// <summary>What was asked and answered. Bytes are those of HTTP bodies, without headers and TLS.</summary>
public sealed class Traffic
{
    private long _requests;
    private long _bytesIn;
    private long _bytesOut;
    private int _openConnections;

    public long Requests => Interlocked.Read(ref _requests);

    public long BytesIn => Interlocked.Read(ref _bytesIn);

    public long BytesOut => Interlocked.Read(ref _bytesOut);

    /// <summary>Connections to the address of the host that have not ended; not counted where hosts share an address.</summary>
    public int OpenConnections => Volatile.Read(ref _openConnections);

    internal void CountConnection(int change) => Interlocked.Add(ref _openConnections, change);

    internal void Count(long bytesIn, long bytesOut)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _bytesIn, bytesIn);
        Interlocked.Add(ref _bytesOut, bytesOut);
    }
}

/// <summary>Traffic of a server since it started; counts of a running server, not a snapshot.</summary>
public sealed class ServerStats
{
    internal ServerStats(IEnumerable<SimulatedHost> hosts) => Hosts = hosts.ToDictionary(h => h, _ => new Traffic());

    public IReadOnlyDictionary<SimulatedHost, Traffic> Hosts { get; }

    public long Requests => Hosts.Values.Sum(t => t.Requests);

    public long BytesIn => Hosts.Values.Sum(t => t.BytesIn);

    public long BytesOut => Hosts.Values.Sum(t => t.BytesOut);
}
