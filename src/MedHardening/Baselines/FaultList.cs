using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MedHardening.Baselines;

/// <summary>Where in a file; both 1-based, 0 when there is no such place.</summary>
internal readonly record struct Place(int Line, int Column)
{
    /// <summary>The file as a whole.</summary>
    public static Place File => default;
}

/// <summary>
/// Collects the mistakes of one file. The same mistake is told once, and a hopeless file is given up after
/// <see cref="Most"/>, so that a hostile one costs little.
/// </summary>
internal sealed class FaultList(string file)
{
    public const int Most = 100;
    private const int LongestLine = 2000;

    private readonly HashSet<Fault> _faults = [];

    /// <summary>Path of the file, as it was given.</summary>
    public string File => file;

    /// <summary>The lines of the file, as soon as they are known.</summary>
    public IReadOnlyList<string> Lines { get; set; } = [];

    /// <summary>Whether places are cells of a worksheet, which people know by names such as D5.</summary>
    public bool AreCells { get; init; }

    public int Count => _faults.Count;

    /// <exception cref="InvalidFileException">There are more faults than anybody reads.</exception>
    public void Add(Place place, Text message)
    {
        if (_faults.Count == Most)
        {
            throw Stop(Place.File, new Text(
                $"誤りが{Most}件を超えたため、見つかった順に{Most}件だけを示します。直してからもう一度確かめてください。",
                $"more than {Most} mistakes; only the first {Most} found are shown. Correct them and check again."));
        }

        _faults.Add(At(place, message));
    }

    /// <summary>The exception to throw when reading cannot go on.</summary>
    public InvalidFileException Stop(Place place, Text message)
    {
        _faults.Add(At(place, message));
        return new InvalidFileException(Sorted());
    }

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new InvalidFileException(Sorted());
        }
    }

    private Fault[] Sorted() => _faults
        .OrderBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Message.En, StringComparer.Ordinal).ToArray();

    private Fault At(Place place, Text message)
    {
        Place inside = Inside(place);
        if (AreCells && inside.Line > 0)
        {
            string cell = Sheets.SheetCell.NameOf(inside);
            message = new Text($"セル {cell}: {message.Ja}", $"cell {cell}: {message.En}");
        }

        return new Fault(file, inside.Line, inside.Column, message, Shown(inside.Line));
    }

    // A parser names the end of the file as a line after the last.
    private Place Inside(Place place) =>
        Lines.Count > 0 && place.Line > Lines.Count ? new Place(Lines.Count, Lines[Lines.Count - 1].Length + 1) : place;

    private string? Shown(int line) =>
        line < 1 || line > Lines.Count ? null : Printable.Line(Lines[line - 1], LongestLine);
}

/// <summary>Text of a file on its way to a terminal or a report: short, and without characters that act.</summary>
internal static class Printable
{
    private const int LongestQuote = 60;

    /// <summary>A word of the file, for use inside a message.</summary>
    public static string Quote(string text) => Line(text, LongestQuote);

    public static string Line(string text, int longest) => string.Concat(
        text.Take(longest).Select(c => c == '\t' ? ' ' : Acts(c) ? '\uFFFD' : c).Concat(text.Length > longest ? "…" : ""));

    /// <summary>Control characters, invisible format characters (direction, zero width) and line separators.</summary>
    public static bool Acts(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
