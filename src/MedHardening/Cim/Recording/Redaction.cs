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

    /// <summary>Rows without anything to redact come back as they are, which is nearly all of them.</summary>
    public static IReadOnlyList<CimObject> Of(IReadOnlyList<CimObject> rows)
    {
        CimObject[]? redacted = null;
        for (int i = 0; i < rows.Count; i++)
        {
            if (!HasHint(rows[i]))
                continue;
            redacted ??= rows.ToArray();
            redacted[i] = Of(rows[i]);
        }
        return redacted ?? rows;
    }

    /// <summary>The answer of a registry value by its name; of any other method as it is.</summary>
    public static CimObject OfMethod(CimMethod method, CimObject answer)
    {
        object? valueName = method.Parameters.FirstOrDefault(p => p.Key == "sValueName").Value;
        bool isText = method.Name is "GetStringValue" or "GetExpandedStringValue" or "GetMultiStringValue" or "GetBinaryValue";
        return isText && valueName is string name && s_secretName.IsMatch(name)
            ? answer.With((property, value) => property == "ReturnValue" || value is null ? value : Mark)
            : answer;
    }

    private static CimObject Of(CimObject row) => row.With((_, value) => OfValue(value));

    private static object? OfValue(object? value) => value switch
    {
        string text when HasHint(text) => s_argument.Replace(text, "${name}" + Mark),
        object?[] array => array.Select(OfValue).ToArray(),
        CimObject row => Of(row),
        _ => value,
    };

    private static bool HasHint(CimObject row) => row.AnyValue(HasHint);

    private static bool HasHint(object? value)
    {
        switch (value)
        {
            case string text:
                foreach (string hint in s_hints)
                {
                    if (text.IndexOf(hint, StringComparison.OrdinalIgnoreCase) >= 0)
                        return true;
                }
                return false;
            case object?[] array:
                return Array.Exists(array, HasHint);
            case CimObject row:
                return HasHint(row);
            default:
                return false;
        }
    }
}
