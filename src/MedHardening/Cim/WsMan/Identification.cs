using System;
using MedHardening.Cim.Probing;

namespace MedHardening.Cim.WsMan;

/// <summary>The answer to Identify.</summary>
/// <param name="Product">Null when the host asks for an account first.</param>
/// <param name="ClockOffset">The host's clock less ours, by its Date header (RFC 9110 §6.6.1), which has whole seconds; null without one.</param>
internal sealed record Identification(ProductIdentity? Product, TimeSpan? ClockOffset)
{
    private static readonly TimeSpan s_halfSecond = TimeSpan.FromMilliseconds(500);

    /// <summary>The host said <paramref name="date"/> at some moment between two of ours.</summary>
    public static TimeSpan? Offset(DateTimeOffset? date, DateTimeOffset sent, DateTimeOffset received) =>
        date + s_halfSecond - (sent + ((received - sent) / 2));
}
