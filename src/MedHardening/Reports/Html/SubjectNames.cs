using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checks;

namespace MedHardening.Reports.Html;

/// <summary>
/// Names of many subjects in little room: neighbours that differ by a running number become <c>PC-001～PC-120</c>. A range
/// stands only for numbers that are all in the list.
/// </summary>
internal static class SubjectNames
{
    // Two names read better than a range of two.
    private const int ShortestRange = 3;

    /// <summary>Each stays on one line where it can.</summary>
    public static void Write(HtmlWriter html, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            html.Leaf("span", name, "name");
            html.Text(" ");
        }
    }

    public static IEnumerable<string> Of(IEnumerable<Subject> subjects, Language language) => subjects
        .GroupBy(s => s.Kind)
        .OrderBy(kind => kind.Key)
        .SelectMany(kind => kind.Key == SubjectKind.Computer
            ? Ranges(kind.Select(s => s.Name))
            : kind.Select(s => kind.Key.Word().In(language) + " " + s.Name));

    private static IEnumerable<string> Ranges(IEnumerable<string> names)
    {
        var run = new List<Numbered>();
        foreach (Numbered name in names.Distinct(StringComparer.OrdinalIgnoreCase).Select(Numbered.Of)
            .OrderBy(n => n.Before, StringComparer.OrdinalIgnoreCase)
            .ThenBy(n => n.After, StringComparer.OrdinalIgnoreCase)
            .ThenBy(n => n.Digits.Length)
            .ThenBy(n => n.Digits, StringComparer.Ordinal))
        {
            if (run.Count > 0 && !name.Follows(run[run.Count - 1]))
            {
                foreach (string text in Run(run))
                    yield return text;
                run.Clear();
            }

            run.Add(name);
        }

        foreach (string text in Run(run))
            yield return text;
    }

    private static IEnumerable<string> Run(List<Numbered> run) => run.Count < ShortestRange
        ? run.Select(n => n.Name)
        : [run[0].Name + "～" + run[run.Count - 1].Name];

    /// <summary>A name around its last digits: <c>PC-</c> <c>001</c> <c>.example.jp</c>.</summary>
    private sealed record Numbered(string Name, string Before, string Digits, string After)
    {
        // A long of 19 digits may overflow; no running number has 16.
        private const int MostDigits = 15;

        public static Numbered Of(string name)
        {
            int end = name.Length;
            while (end > 0 && name[end - 1] is < '0' or > '9')
                end--;
            int start = end;
            while (start > 0 && name[start - 1] is >= '0' and <= '9')
                start--;
            return new Numbered(name, name.Substring(0, start), name.Substring(start, end - start), name.Substring(end));
        }

        public bool Follows(Numbered previous) =>
            Digits.Length is > 0 and <= MostDigits
            && Digits.Length == previous.Digits.Length
            && string.Equals(Before, previous.Before, StringComparison.OrdinalIgnoreCase)
            && string.Equals(After, previous.After, StringComparison.OrdinalIgnoreCase)
            && Value == previous.Value + 1;

        private long Value => long.Parse(Digits, CultureInfo.InvariantCulture);
    }
}
