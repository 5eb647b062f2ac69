using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MedHardening.Fleet;

/// <summary>
/// When a computer may be changed: <c>22:00-06:00</c> every day, or <c>土日 13:00-18:00</c> on some. Time of Japan (UTC+9). A window over
/// midnight belongs to the day on which it begins.
/// </summary>
public sealed record MaintenanceWindow
{
    private const string Days = "日月火水木金土"; // in the order of DayOfWeek
    private static readonly TimeSpan s_japan = TimeSpan.FromHours(9);
    private static readonly Regex s_form = new(
        "^(?:([" + Days + @"]+)\s*)?([01]?\d|2[0-3]):([0-5]\d)\s*[-~〜–]\s*([01]?\d|2[0-3]):([0-5]\d)$", RegexOptions.CultureInvariant);

    private readonly string _days;
    private readonly TimeSpan _from;
    private readonly TimeSpan _to;

    private MaintenanceWindow(string days, TimeSpan from, TimeSpan to) => (_days, _from, _to) = (days, from, to);

    /// <summary>The window that a text means; null when it means none.</summary>
    public static MaintenanceWindow? Parse(string text)
    {
        Match match = s_form.Match(HalfWidth.Of(text).Trim());
        if (!match.Success)
            return null;
        TimeSpan Time(int group) => new(Number(match, group), Number(match, group + 1), 0);
        return Time(2) == Time(4) ? null : new MaintenanceWindow(match.Groups[1].Value, Time(2), Time(4));
    }

    public bool Contains(DateTimeOffset moment)
    {
        DateTime japan = moment.ToOffset(s_japan).DateTime;
        bool isOvernight = _to < _from;
        if (japan.TimeOfDay >= _from && (isOvernight || japan.TimeOfDay < _to))
            return IsDay(japan);
        return isOvernight && japan.TimeOfDay < _to && IsDay(japan.AddDays(-1));
    }

    /// <summary>As it is written in a ledger.</summary>
    public override string ToString() =>
        (_days.Length > 0 ? _days + " " : "") + _from.ToString(@"hh\:mm", CultureInfo.InvariantCulture) + "-" + _to.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private bool IsDay(DateTime day) => _days.Length == 0 || _days.Contains(Days[(int)day.DayOfWeek]);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
