using System;
using System.Globalization;

namespace MedHardening.Baselines.Sheets;

/// <summary>One cell of a worksheet that holds something.</summary>
/// <param name="Place">Row and column, both 1-based.</param>
/// <param name="IsFormula">Its value was calculated; nobody wrote it.</param>
internal sealed record SheetCell(Place Place, string Text, bool IsNumber, bool IsFormula)
{
    /// <summary>As a spreadsheet calls it: <c>D5</c>.</summary>
    public static string NameOf(Place place)
    {
        string letters = "";
        for (int column = place.Column; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters + place.Line.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The day that the cell shows, as 2025-05-01: a spreadsheet keeps a day that is typed as a number (days since 1899-12-30, ISO/IEC
    /// 29500-1 §18.17.4.1) or, in a cell of text, with slashes. Any other text is as it is.
    /// </summary>
    public string Day()
    {
        const double LastDay = 73050; // 2099-12-31
        if (IsNumber && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double serial) && serial is > 60 and <= LastDay)
        {
            return Iso(DateTime.FromOADate(Math.Floor(serial)));
        }

        return DateTime.TryParseExact(HalfWidth.Of(Text).Trim(), "yyyy/M/d", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? Iso(day)
            : Text;
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
