using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace MedHardening.Baselines;

/// <summary>
/// Days as Japanese offices write them: <c>2025-05-01</c>, <c>令和7年5月1日</c>, <c>R7.5.1</c>. The table of eras is ours, so that the
/// answer does not depend on the calendar data of the machine (and works under invariant globalisation).
/// </summary>
internal static class JapaneseDate
{
    // 元号法 and the cabinet orders under it: first and last day of each era.
    private static readonly (string Name, string Letter, DateTime First, DateTime Last)[] s_eras =
    [
        ("令和", "R", new DateTime(2019, 5, 1), DateTime.MaxValue),
        ("平成", "H", new DateTime(1989, 1, 8), new DateTime(2019, 4, 30)),
        ("昭和", "S", new DateTime(1926, 12, 25), new DateTime(1989, 1, 7)),
    ];

    private static readonly Regex s_iso = new(@"^([0-9]{4})-([0-9]{2})-([0-9]{2})\z", RegexOptions.CultureInvariant);

    private static readonly Regex s_wareki = new(
        @"^(令和|平成|昭和|[RHSrhs])(元|[0-9]{1,2})(?:年([0-9]{1,2})月([0-9]{1,2})日|[./]([0-9]{1,2})[./]([0-9]{1,2}))\z",
        RegexOptions.CultureInvariant);

    /// <summary>False also for days that do not exist: 2025-02-30, 平成32年1月1日.</summary>
    public static bool TryParse(string text, out DateTime day)
    {
        string plain = HalfWidth.Of(text.Trim());
        day = default;
        if (s_iso.Match(plain) is { Success: true } iso)
        {
            return TryDay(Number(iso, 1), Number(iso, 2), Number(iso, 3), out day);
        }

        if (s_wareki.Match(plain) is not { Success: true } match)
        {
            return false;
        }

        string word = match.Groups[1].Value.ToUpperInvariant();
        var era = s_eras.First(e => e.Name == word || e.Letter == word);
        int year = match.Groups[2].Value == "元" ? 1 : Number(match, 2);
        int month = match.Groups[3].Success ? 3 : 5;
        return year > 0
            && TryDay(era.First.Year + year - 1, Number(match, month), Number(match, month + 1), out day)
            && day >= era.First && day <= era.Last;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static bool TryDay(int year, int month, int day, out DateTime result)
    {
        bool exists = year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        result = exists ? new DateTime(year, month, day) : default;
        return exists;
    }
}

/// <summary>Full-width Latin letters, digits and signs, as Japanese input methods produce them, to the ordinary ones.</summary>
internal static class HalfWidth
{
    private const int Distance = 'Ａ' - 'A';

    public static string Of(string text) => string.Concat(Each(text));

    private static IEnumerable<char> Each(string text) => text.Select(c => c switch
    {
        >= '！' and <= '～' => (char)(c - Distance),
        '\u3000' => ' ',
        _ => c,
    });
}
