using System;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MedHardening.Cli;

/// <summary>Values of options that are not plain text, refused with what would have been right.</summary>
internal static class Values
{
    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Func<ArgumentResult, int> Integer(string option, int least, int most, Language language) => argument =>
    {
        string typed = argument.Tokens[0].Value;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
            return value;
        string range = least.ToString(CultureInfo.InvariantCulture) + "-" + most.ToString(CultureInfo.InvariantCulture);
        argument.AddError(new Text(
            option + " には " + range + " の整数を指定してください: " + typed,
            option + " takes a whole number, " + range + ": " + typed).In(language));
        return least;
    };

    /// <summary>A day as ISO 8601 writes it.</summary>
    public static Func<ArgumentResult, DateTime?> Day(string option, Language language) => argument =>
    {
        string typed = argument.Tokens[0].Value;
        if (DateTime.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day))
            return day;
        argument.AddError(new Text(
            option + " には日付を 2025-12-01 の形で指定してください: " + typed,
            option + " takes a date such as 2025-12-01: " + typed).In(language));
        return null;
    };
}
