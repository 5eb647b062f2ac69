using System.Linq;

namespace MedHardening;

/// <summary>Full-width digits, letters and signs as Japanese input methods produce them.</summary>
internal static class HalfWidth
{
    /// <summary>The ASCII twins of U+FF01–U+FF5E, the ideographic space as a space; all else unchanged.</summary>
    public static string Of(string text) => string.Concat(text.Select(c =>
        c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c == '\u3000' ? ' ' : c));
}
