using System;
using System.Globalization;

namespace MedHardening.Passwords;

/// <summary>A length of time of a password policy, or for ever: an age without end, a lock until somebody unlocks.</summary>
public readonly record struct Period
{
    private readonly TimeSpan? _length;

    private Period(TimeSpan? length)
    {
        _length = length;
    }

    public static Period Forever { get; } = new(null);

    public bool IsForever => _length is null;

    public static Period Of(TimeSpan length) => new(length);

    /// <summary>
    /// Days as security templates and the Resultant Set of Policy write them: -1 and its unsigned form, and 0, are for ever
    /// (MS-GPSB §2.2.1.1 MaximumPasswordAge).
    /// </summary>
    public static Period OfDays(long days) =>
        days is -1 or 0 or uint.MaxValue ? Forever : Of(TimeSpan.FromDays(Math.Min(Math.Abs(days), 1_000_000)));

    /// <summary>Minutes as security templates write the duration of a lock: -1 and its unsigned form, and 0, until somebody unlocks.</summary>
    public static Period OfMinutes(long minutes) =>
        minutes is -1 or 0 or uint.MaxValue ? Forever : Of(TimeSpan.FromMinutes(Math.Min(Math.Abs(minutes), 1_000_000)));

    /// <summary>
    /// An attribute of the directory: a negative number of 100-nanosecond units; 0 and the least number are for ever
    /// (MS-SAMR §3.1.1.6; MS-ADTS §6.1.5 msDS-MaximumPasswordAge). Null for a positive number, which is not valid.
    /// </summary>
    public static Period? OfInterval(long interval) =>
        interval is 0 or long.MinValue ? Forever : interval > 0 ? null : Of(TimeSpan.FromTicks(-interval));

    /// <summary>At most so many days, and some.</summary>
    public bool IsWithinDays(int days) => _length is { } length && length > TimeSpan.Zero && length <= TimeSpan.FromDays(days);

    /// <summary>Whether what began at <paramref name="start"/> is over at <paramref name="asOf"/>; what never began, or is for ever, is not.</summary>
    public bool HasPassed(DateTime? start, DateTime asOf) => _length is { } length && start is { } from && asOf - from > length;

    /// <summary>Days with at most two decimals, or <c>never</c>.</summary>
    public override string ToString() => _length is { } length ? length.TotalDays.ToString("0.##", CultureInfo.InvariantCulture) : "never";
}
