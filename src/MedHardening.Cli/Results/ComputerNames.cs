using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Results;

/// <summary>Names of computers in one line: the first of them, and how many more.</summary>
internal static class ComputerNames
{
    private const int Most = 12;

    public static string Of(IReadOnlyList<string> names, Language language)
    {
        string more = (names.Count - Most).ToString(CultureInfo.InvariantCulture);
        return Printable.Of(string.Join(", ", names.Take(Most)))
            + (names.Count > Most ? new Text(" ほか " + more + " 台", " and " + more + " more").In(language) : "");
    }
}
