using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MedHardening.Cim.Recording;

/// <summary>
/// Takes out of an answer what looks like a secret, before any check sees it and before anything is written: evidence of
/// a hospital must not carry the passwords that vendors leave in command lines and in the registry.
/// </summary>
internal static class Redaction
{
    public const string Mark = "[redacted]";

    private const string Words = "(?:passw(?:or)?d|passphrase|pwd|secret|token|apikey)";

    private static readonly string[] s_hints = ["pass", "pwd", "secret", "token", "apikey"];

    // name=value and name:value anywhere; -name value and /name value. The value ends at a separator or closes its quotes.
    private static readonly Regex s_argument = new(
        "(?<name>[a-z0-9_.-]*" + Words + "[a-z0-9_]*\\s*[=:]\\s*|(?<=^|\\s)[-/]+[a-z0-9_.-]*" + Words + "[a-z0-9_]*\\s+)"
        + "(?:\"[^\"]*\"|'[^']*'|[^\\s;\"']+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    // Text of these registry values is a secret as a whole (DefaultPassword of Winlogon, VNC's Password, …).
    private static readonly Regex s_secretName = new(
        Words,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    public static IReadOnlyList<CimObject> Of(IReadOnlyList<CimObject> rows) =>
        rows.Any(HasHint) ? rows.Select(Of).ToArray() : rows;

    /// <summary>The answer of a registry value by its name; of any other method as it is.</summary>
    public static CimObject OfMethod(CimMethod method, CimObject answer)
    {
        object? valueName = method.Parameters.FirstOrDefault(p => p.Key == "sValueName").Value;
        bool isText = method.Name is "GetStringValue" or "GetExpandedStringValue" or "GetMultiStringValue" or "GetBinaryValue";
        return isText && valueName is string name && s_secretName.IsMatch(name)
            ? Map(answer, (property, value) => property == "ReturnValue" || value is null ? value : Mark)
            : answer;
    }

    private static CimObject Of(CimObject row) => Map(row, (_, value) => OfValue(value));

    private static object? OfValue(object? value) => value switch
    {
        string text when HasHint(text) => s_argument.Replace(text, "${name}" + Mark),
        object?[] array => array.Select(OfValue).ToArray(),
        CimObject row => Of(row),
        _ => value,
    };

    private static bool HasHint(CimObject row) => row.Properties.Any(p => HasHint(p.Value));

    private static bool HasHint(object? value) => value switch
    {
        string text => s_hints.Any(hint => text.IndexOf(hint, StringComparison.OrdinalIgnoreCase) >= 0),
        object?[] array => array.Any(HasHint),
        CimObject row => HasHint(row),
        _ => false,
    };

    private static CimObject Map(CimObject row, Func<string, object?, object?> map)
    {
        KeyValuePair<string, object?>[] properties = row.Properties.ToArray();
        return new CimObject(
            row.ClassName, properties.Select(p => p.Key).ToArray(), properties.Select(p => map(p.Key, p.Value)).ToArray());
    }
}
