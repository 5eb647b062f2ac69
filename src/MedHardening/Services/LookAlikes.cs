using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>
/// Names that a person takes for other names. The shapes that are told together are few and deliberate; the idea is that of
/// https://www.unicode.org/reports/tr39/#Confusable_Detection
/// </summary>
internal sealed class LookAlikes
{
    private const string Letters = "аеорсухіѕјһԁԛԝαοερτυνικ";
    private const string Twins = "aeopcyxisjhdqwaoeptuvik";

    private readonly HashSet<string> _names;
    private readonly ILookup<string, string> _byShape;

    public LookAlikes(IEnumerable<string> names)
    {
        _names = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        _byShape = _names.ToLookup(Shape, StringComparer.Ordinal);
    }

    /// <summary>It is none of the names, and looks like one of them; or it mixes alphabets within one word.</summary>
    public bool Imitates(string name) => !_names.Contains(name) && (MixesAlphabets(name) || _byShape.Contains(Shape(name)));

    public static bool AreAlike(string one, string other) =>
        !one.Equals(other, StringComparison.OrdinalIgnoreCase) && Shape(one) == Shape(other);

    private static string Shape(string name)
    {
        string lower = HalfWidth.Of(name).ToLowerInvariant();
        return string.Concat(lower.Select(Twin)).Replace("rn", "m").Replace("vv", "w");
    }

    private static char Twin(char c) => c switch
    {
        '0' => 'o',
        '1' or 'i' or '|' => 'l',
        '5' => 's',
        _ => Letters.IndexOf(c) is >= 0 and int at ? (Twins[at] is 'i' ? 'l' : Twins[at]) : c,
    };

    // Greek and Coptic, Cyrillic: https://www.unicode.org/charts/ . Latin beside kana and kanji is everyday Japanese.
    private static bool MixesAlphabets(string name) =>
        name.Any(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z') && name.Any(c => c is >= '\u0370' and <= '\u052F');
}
