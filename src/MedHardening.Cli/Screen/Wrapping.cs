using System.Collections.Generic;
using System.Text;
using Spectre.Console;

namespace MedHardening.Cli.Screen;

/// <summary>Breaks text into lines of a terminal: at spaces, in paths of the registry, and between Japanese characters.</summary>
internal static class Wrapping
{
    // Characters that do not begin a line (JIS X 4051 行頭禁則), as far as our texts have them.
    private const string NeverFirst = "。、，．）」』】］・：；？！ーっゃゅょぁぃぅぇぉ々)]";

    /// <summary>The lines; a word wider than <paramref name="cells"/> stands on a line of its own and is not cut.</summary>
    /// <param name="hang">By how much all lines of a paragraph but the first are indented.</param>
    public static IReadOnlyList<string> Lines(string text, int cells, int hang = 0)
    {
        List<string> lines = [];
        foreach (string paragraph in text.Split('\n'))
        {
            StringBuilder line = new();
            int indent = 0;
            foreach (string piece in Pieces(paragraph))
            {
                if (line.ToString().Trim().Length > 0 && (line + piece.TrimEnd()).GetCellWidth() > cells)
                {
                    lines.Add(line.ToString().TrimEnd());
                    indent = hang;
                    line.Clear().Append(' ', indent);
                }
                line.Append(line.Length == indent && indent > 0 ? piece.TrimStart() : piece);
            }
            lines.Add(line.ToString().TrimEnd());
        }
        return lines;
    }

    // What must stay together: a word with the spaces behind it, or one wide character with what may not begin a line.
    private static IEnumerable<string> Pieces(string text)
    {
        StringBuilder piece = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            string next = rune.ToString();
            if (piece.Length > 0 && next != " " && !NeverFirst.Contains(next, System.StringComparison.Ordinal) && MayBreak(piece[^1], next))
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(next);
        }
        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private static bool MayBreak(char before, string next) =>
        before is ' ' or '\\' || (!"（「『【［".Contains(before, System.StringComparison.Ordinal)
            && (before.ToString().GetCellWidth() == 2 || next.GetCellWidth() == 2));
}
