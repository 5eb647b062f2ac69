using System;

namespace MedHardening;

/// <summary>
/// Expiries end with a day of Japan, wherever the collector's clock stands; and days that hosts tell are days of Japan, as a transport may give
/// the same moment in the collector's own time zone.
/// </summary>
public static class JapanTime
{
    private static readonly TimeSpan s_offset = TimeSpan.FromHours(9);

    /// <summary>The calendar day in Japan (UTC+9) at a moment.</summary>
    public static DateTime Day(DateTimeOffset moment) => moment.ToOffset(s_offset).Date;
}
