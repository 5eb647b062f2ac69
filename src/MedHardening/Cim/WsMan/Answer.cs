using System;
using System.Buffers;
using System.Collections.Generic;
using System.Net;

namespace MedHardening.Cim.WsMan;

/// <summary>One HTTP answer, read to its last byte into a pooled buffer.</summary>
internal readonly struct Answer(HttpStatusCode status, string? mediaType, byte[] buffer, int length) : IDisposable
{
    public HttpStatusCode Status => status;

    public byte[] Bytes => buffer;

    public int Length => length;

    /// <summary>Whether the body claims to be SOAP 1.2 (RFC 3902).</summary>
    public bool IsSoap => length > 0 && string.Equals(mediaType, "application/soap+xml", StringComparison.OrdinalIgnoreCase);

    public string? MediaType => mediaType;

    /// <summary>Schemes of a 401, as offered.</summary>
    public IReadOnlyList<string> Schemes { get; init; } = [];

    /// <summary>When the host says that it answered; null when it does not.</summary>
    public DateTimeOffset? Date { get; init; }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
