using System.Globalization;
using System.Linq;
using System.Text;
using Spectre.Console;

namespace MedHardening.Cli.Screen;

/// <summary>Text that a host, a file or a person wrote, made fit for a terminal.</summary>
internal static class Printable
{
    /// <summary>
    /// One line without control characters, direction marks and halves of characters, which could move the cursor, rewrite what
    /// stands on the screen or hide text; each becomes a question mark, a tab a space.
    /// </summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value is '\t' ? " "
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? "?"
        : rune.ToString()));

    /// <summary>At most <paramref name="cells"/> columns of the terminal; a Japanese character takes two.</summary>
    public static string Cut(string text, int cells)
    {
        const string Dots = "..."; // The one-character ellipsis is narrow on some terminals and wide on Japanese ones.
        if (text.GetCellWidth() <= cells)
            return text;
        StringBuilder kept = new();
        int left = cells - Dots.Length;
        foreach (Rune rune in text.EnumerateRunes())
        {
            left -= rune.ToString().GetCellWidth();
            if (left < 0)
                break;
            kept.Append(rune.ToString());
        }
        return kept.Append(Dots).ToString();
    }

    /// <summary>Padded with spaces to <paramref name="cells"/> columns.</summary>
    public static string Pad(string text, int cells) =>
        text + new string(' ', System.Math.Max(0, cells - text.GetCellWidth()));
}
