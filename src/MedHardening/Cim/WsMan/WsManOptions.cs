using System;

namespace MedHardening.Cim.WsMan;

/// <summary>Bounds of what one host may answer. A host that goes over them is a host that misbehaves.</summary>
public sealed class WsManOptions
{
    /// <summary>
    /// MaxEnvelopeSize of the requests, in bytes: what WinRM sends at most with its default MaxEnvelopeSizekb of 500
    /// (MS-WSMV §2.2.4.10).
    /// </summary>
    public int MaxEnvelope { get; init; } = 512_000;

    /// <summary>The largest reply read, in bytes; larger than <see cref="MaxEnvelope"/>, as peers count in different ways.</summary>
    public int MaxReply { get; init; } = 1_024_000;

    /// <summary>All replies to one query together, in bytes.</summary>
    public long MaxAnswer { get; init; } = 64L * 1024 * 1024;

    /// <summary>MaxElements of Enumerate and Pull; WinRM's own MaxBatchItems is 32000 (MS-WSMV §2.2.4.10).</summary>
    public int MaxElements { get; init; } = 32_000;

    /// <summary>Pages without an instance in a row; each costs a request and none brings the end nearer.</summary>
    public int MaxEmptyPages { get; init; } = 100;

    /// <summary>How long a Release of an unfinished enumeration may take; the answer already failed, so not long.</summary>
    public TimeSpan ReleaseTimeout { get; init; } = TimeSpan.FromSeconds(2);
}
