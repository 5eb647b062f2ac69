using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace MedHardening;

/// <summary>
/// Dates in the Japanese era calendar. The table is our own: <see cref="JapaneseCalendar"/> takes its eras from the
/// system and is not there under invariant globalization. First days: 元号を改める政令 of each era; 明治 from the day
/// on which Japan took over the Gregorian calendar (明治5年太政官布告第337号), since earlier dates do not map by the year alone.
/// </summary>
public static class Wareki
{
    private static readonly Era[] s_eras =
    [
        new("令和", '令', 'R', new DateTime(2019, 5, 1), 2019),
        new("平成", '平', 'H', new DateTime(1989, 1, 8), 1989),
        new("昭和", '昭', 'S', new DateTime(1926, 12, 25), 1926),
        new("大正", '大', 'T', new DateTime(1912, 7, 30), 1912),
        new("明治", '明', 'M', new DateTime(1873, 1, 1), 1868),
    ];

    // 令和7年5月1日, 令和元年5月1日, R7.5.1, r7/5/1, R07-05-01, 令7.5.1
    private static readonly Regex s_pattern = new(
        @"^(?<era>令和?|平成?|昭和?|大正?|明治?|[RHSTM])\s*(?<year>元|[0-9]{1,2})\s*[年./-]\s*(?<month>[0-9]{1,2})\s*[月./-]\s*(?<day>[0-9]{1,2})\s*日?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    /// <summary><c>令和7年5月1日</c>, <c>令和元年5月1日</c>; a day before 1873 in western years (<c>1872年12月31日</c>).</summary>
    public static string Format(DateTime date)
    {
        Era? era = s_eras.FirstOrDefault(e => e.From <= date.Date);
        int year = era is null ? date.Year : date.Year - era.YearOne + 1;
        string number = era is not null && year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture);
        return string.Format(CultureInfo.InvariantCulture, "{0}{1}年{2}月{3}日", era?.Name, number, date.Month, date.Day);
    }

    /// <summary>
    /// Reads a date of an era, also abbreviated (<c>R7.5.1</c>) and with full-width digits. False for a day that the era
    /// does not have, such as 平成31年5月1日.
    /// </summary>
    public static bool TryParse(string text, out DateTime date)
    {
        date = default;
        Match match = s_pattern.Match(HalfWidth.Of(text).Trim());
        if (!match.Success)
            return false;
        char first = char.ToUpperInvariant(match.Groups["era"].Value[0]);
        int index = Array.FindIndex(s_eras, e => e.Kanji == first || e.Letter == first);
        int year = s_eras[index].YearOne + Number(match.Groups["year"].Value) - 1;
        int month = Number(match.Groups["month"].Value);
        int day = Number(match.Groups["day"].Value);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        var found = new DateTime(year, month, day);
        if (found < s_eras[index].From || (index > 0 && found >= s_eras[index - 1].From))
            return false;
        date = found;
        return true;
    }

    private static int Number(string text) => text == "元" ? 1 : int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Era(string Name, char Kanji, char Letter, DateTime From, int YearOne);
}
