using System.Globalization;
using System.Linq;

namespace MedHardening.PowerShell;

/// <summary>What a host or a file says, made fit for a terminal.</summary>
internal static class Printable
{
    /// <summary>
    /// Without control characters and direction marks, which could move the cursor, recolour what stands on the screen or hide
    /// text; each becomes a question mark.
    /// </summary>
    public static string Of(string text) => text.All(IsHarmless) ? text : string.Concat(text.Select(c => IsHarmless(c) ? c : '?'));

    private static bool IsHarmless(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
