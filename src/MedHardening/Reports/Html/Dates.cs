using System;
using System.Globalization;

namespace MedHardening.Reports.Html;

/// <summary>Days and instants as people write them: in the era calendar in Japanese, ISO 8601 in English.</summary>
internal static class Dates
{
    public static Text Day(DateTime? day) => day is { } date
        ? new(Wareki.Format(date), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        : new("", "");

    /// <summary>To the minute, as the clocks showed where it was measured.</summary>
    public static Text Minute(DateTimeOffset instant) => Instant(instant, " HH:mm");

    /// <summary>To the minute, with the offset at which it was measured.</summary>
    public static Text Instant(DateTimeOffset instant) => Instant(instant, " HH:mm (\"UTC\"zzz)");

    public static Text Span(DateTime from, DateTime to)
    {
        Text first = Day(from);
        Text last = Day(to);
        return new(first.Ja + "～" + last.Ja, first.En + " to " + last.En);
    }

    private static Text Instant(DateTimeOffset instant, string format)
    {
        Text day = Day(instant.DateTime);
        string time = instant.ToString(format, CultureInfo.InvariantCulture);
        return new(day.Ja + time, day.En + time);
    }
}
