using System.Globalization;
using System.Text;

namespace MedHardening.Reports.Html;

/// <summary>Text that a browser shows and never takes for anything else.</summary>
internal static class HtmlText
{
    /// <summary>
    /// Safe as content and as a quoted attribute. Control and invisible formatting characters, among them those that turn
    /// the direction of reading and so can make a name look like another, are shown as their code: <c>[U+202E]</c>.
    /// </summary>
    public static string Encode(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool pair = char.IsSurrogatePair(text, i);
            switch (c)
            {
                case '&': result.Append("&amp;"); break;
                case '<': result.Append("&lt;"); break;
                case '>': result.Append("&gt;"); break;
                case '"': result.Append("&quot;"); break;
                case '\'': result.Append("&#39;"); break;
                case '\n' or '\r' or '\t': result.Append(' '); break;
                default:
                    if (pair)
                        result.Append(c).Append(text[++i]);
                    else if (IsInvisible(c))
                        result.AppendFormat(CultureInfo.InvariantCulture, "[U+{0:X4}]", (int)c);
                    else
                        result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
