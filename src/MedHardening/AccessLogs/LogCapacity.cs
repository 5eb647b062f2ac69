using System;

namespace MedHardening.AccessLogs;

/// <summary>How full the Security log is, and until when it lasts. Sizes in bytes.</summary>
public sealed record LogCapacity(long Size, long MaxSize, bool Overwrites, DateTimeOffset? Oldest, DateTimeOffset At)
{
    /// <summary>Days from the oldest record to now; null when that record cannot be read.</summary>
    public double? DaysHeld => Oldest is { } oldest && oldest < At ? (At - oldest).TotalDays : null;

    /// <summary>Average growth, bytes a day.</summary>
    public long? GrowthPerDay => DaysHeld is > 0 ? (long)(Size / DaysHeld.Value) : null;

    /// <summary>The file has reached its limit: from now on each new record costs an old one, or is lost.</summary>
    public bool IsFull => MaxSize > 0 && Size >= MaxSize;

    /// <summary>When it will be full at the present growth; null when it is, when it does not grow, or beyond a hundred years.</summary>
    public DateTimeOffset? PredictedFull =>
        IsFull || GrowthPerDay is not > 0 || (MaxSize - Size) / (double)GrowthPerDay.Value > 36500
            ? null
            : At.AddDays((MaxSize - Size) / (double)GrowthPerDay.Value);
}
