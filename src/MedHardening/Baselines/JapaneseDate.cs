using System;
using System.Globalization;

namespace MedHardening.Baselines;

/// <summary>Days as Japanese offices write them: <c>2025-05-01</c>, <c>令和7年5月1日</c>, <c>R7.5.1</c>.</summary>
internal static class JapaneseDate
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    /// <summary>False also for days that do not exist: 2025-02-30, 平成32年1月1日.</summary>
    public static bool TryParse(string text, out DateTime day) =>
        (DateTime.TryParseExact(
            HalfWidth.Of(text).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            || Wareki.TryParse(text, out day))
        && day.Year is >= FirstYear and <= LastYear;
}
