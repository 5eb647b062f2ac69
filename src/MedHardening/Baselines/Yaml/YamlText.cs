using System;
using System.Globalization;
using System.Linq;

namespace MedHardening.Baselines.Yaml;

/// <summary>Scalars as YAML writes them, so that every reader takes a text for a text.</summary>
internal static class YamlText
{
    private const string Special = "-?:,[]{}#&*!|>'\"%@` ";
    private static readonly string[] s_words = ["", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf"];

    public static string Of(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        Enum word => Keys.Camel(word.ToString()),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => Quoted(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException("no scalar: " + value.GetType(), nameof(value)),
    };

    private static string Quoted(string text) =>
        text.Any(c => Printable.Acts(c) || char.IsSurrogate(c)) ? "\"" + string.Concat(text.Select(Escaped)) + "\""
        : IsPlain(text) ? text
        : "'" + text.Replace("'", "''") + "'";

    private static bool IsPlain(string text) =>
        !s_words.Contains(text, StringComparer.OrdinalIgnoreCase)
        && Special.IndexOf(text[0]) < 0
        && !char.IsDigit(text[0]) && text[0] is not ('+' or '.')
        && text.All(c => c is not (':' or '#' or ',' or '[' or ']' or '{' or '}'))
        && !char.IsWhiteSpace(text[text.Length - 1]);

    private static string Escaped(char c) => c is '"' or '\\' ? "\\" + c
        : Printable.Acts(c) || char.IsSurrogate(c) ? "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)
        : c.ToString();
}
