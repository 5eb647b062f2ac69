using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace MedHardening.Windows;

/// <summary>
/// The day on which an update was installed. <c>Win32_QuickFixEngineering.InstalledOn</c> is a text without a fixed form:
/// month/day/year, yyyyMMdd, or a FILETIME in hexadecimal; some systems write the day first. Where a text can be read both ways, both
/// days are kept. https://learn.microsoft.com/windows/win32/cimwin32prov/win32-quickfixengineering
/// </summary>
internal sealed record InstalledOn(DateTime Earliest, DateTime Latest)
{
    private static readonly Regex s_parts = new("^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$", RegexOptions.CultureInvariant);

    /// <summary>The days that can be read; a reading that lies after <paramref name="today"/> is none.</summary>
    public static IReadOnlyList<InstalledOn> Of(IEnumerable<string?> texts, DateTime today)
    {
        DateTime[][] readings = texts.Select(t => Readings(t ?? "").Where(d => d <= today.AddDays(1)).ToArray()).ToArray();
        return readings.Where(r => r.Length > 0).Select(r => new InstalledOn(r.Min(), r.Max())).ToArray();
    }

    private static IEnumerable<DateTime> Readings(string text)
    {
        Match match = s_parts.Match(text.Trim());
        if (match.Success)
        {
            int a = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            int b = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            int year = int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
            return new[] { (a, b), (b, a) }.Distinct().Where(p => IsDay(year, p.Item1, p.Item2)).Select(p => new DateTime(year, p.Item1, p.Item2));
        }
        if (DateTime.TryParseExact(text.Trim(), ["yyyyMMdd", "yyyy-MM-dd", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day))
            return [day];
        return text.Length == 16 && long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long time)
            && time >= 0 && time <= DateTime.MaxValue.ToFileTimeUtc()
            ? [DateTime.FromFileTimeUtc(time).Date]
            : [];
    }

    private static bool IsDay(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
