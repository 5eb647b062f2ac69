using System;
using System.Globalization;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// The text of <c>cim:Datetime</c> and <c>cim:Interval</c> (DSP0230): ISO 8601 with any number of digits of a second. Windows
/// counts in 100 ns; further digits are cut off.
/// </summary>
internal static class CimTime
{
    /// <summary><c>2014-04-03T14:45:50.46875+08:00</c>; without a zone it is UTC.</summary>
    public static bool TryParseDate(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        text = text.Trim();
        if (text.Length < 19 || !DateTime.TryParseExact(
            text[..19], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            return false;
        }
        text = text[19..];
        if (!TakeFraction(ref text, out long ticks) || !TryParseZone(text, out TimeSpan zone))
            return false;
        long utc = local.Ticks + ticks - zone.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks || local.Ticks + ticks > DateTime.MaxValue.Ticks)
            return false;
        date = new DateTimeOffset(local.AddTicks(ticks), zone);
        return true;
    }

    /// <summary><c>P0DT0H1M40S</c>: days, hours, minutes, seconds; years and months have no fixed length and are no interval.</summary>
    public static bool TryParseInterval(ReadOnlySpan<char> text, out TimeSpan interval)
    {
        interval = default;
        text = text.Trim();
        bool negative = text.StartsWith("-");
        if (negative)
            text = text[1..];
        if (!text.StartsWith("P") || text.Length < 3 || text.EndsWith("T"))
            return false;
        text = text[1..];
        Int128 total = 0;
        bool time = false;
        while (text.Length > 0)
        {
            if (text[0] == 'T' && !time)
            {
                time = true;
                text = text[1..];
                continue;
            }
            int digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits is <= 0 or > 18)
                return false;
            long number = long.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
            text = text[digits..];
            long fraction = 0;
            if (text[0] == '.' && (!time || !TakeFraction(ref text, out fraction) || text.Length == 0 || text[0] != 'S'))
                return false;
            long unit = (text[0], time) switch
            {
                ('D', false) => TimeSpan.TicksPerDay,
                ('H', true) => TimeSpan.TicksPerHour,
                ('M', true) => TimeSpan.TicksPerMinute,
                ('S', true) => TimeSpan.TicksPerSecond,
                _ => 0,
            };
            if (unit == 0)
                return false;
            total += ((Int128)number * unit) + fraction;
            text = text[1..];
        }
        if (total > long.MaxValue)
            return false;
        interval = new TimeSpan(negative ? -(long)total : (long)total);
        return true;
    }

    public static string ToText(TimeSpan interval) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(interval < TimeSpan.Zero ? "-" : "")}P{Math.Abs(interval.Days)}DT{Math.Abs(interval.Hours)}H{Math.Abs(interval.Minutes)}M{Math.Abs(interval.Ticks % TimeSpan.TicksPerMinute) / (decimal)TimeSpan.TicksPerSecond:0.######}S");

    private static bool TakeFraction(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text[0] != '.')
            return true;
        text = text[1..];
        long unit = TimeSpan.TicksPerSecond / 10;
        int i = 0;
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++, unit /= 10)
            ticks += (text[i] - '0') * unit;
        text = text[i..];
        return i > 0;
    }

    private static bool TryParseZone(ReadOnlySpan<char> text, out TimeSpan zone)
    {
        zone = TimeSpan.Zero;
        if (text.IsEmpty || text is "Z" or "z")
            return true;
        if (text.Length != 6 || text[0] is not ('+' or '-')
            || !TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out zone)
            || zone > TimeSpan.FromHours(14))
        {
            return false;
        }
        if (text[0] == '-')
            zone = -zone;
        return true;
    }
}
