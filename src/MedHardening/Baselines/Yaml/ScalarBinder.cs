using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MedHardening.Baselines.Yaml;

/// <summary>Words to values: truth, whole numbers, text, days, and words of an enum.</summary>
internal sealed class ScalarBinder(FaultList faults)
{
    private static readonly Dictionary<string, bool> s_truth = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true,
        ["yes"] = true,
        ["on"] = true,
        ["false"] = false,
        ["no"] = false,
        ["off"] = false,
    };

    public static bool Knows(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var bare
        && (bare.IsEnum || bare == typeof(bool) || bare == typeof(int) || bare == typeof(uint) || bare == typeof(string)
            || bare == typeof(DateTime));

    public bool TryBind(YamlNode node, Type type, out object? value)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        value = null;
        if (node is YamlScalar scalar && !node.IsNull)
        {
            value = Parse(scalar, bare);
        }

        if (value is null && node is not YamlRefused)
        {
            faults.Add(node.Place, Wanted(node, bare));
        }

        return value is not null;
    }

    private static object? Parse(YamlScalar scalar, Type type)
    {
        string text = scalar.Value;
        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(bool))
        {
            return scalar.IsPlain && s_truth.TryGetValue(text, out bool truth) ? truth : null;
        }

        if (type == typeof(int))
        {
            return Number(scalar) is >= int.MinValue and <= int.MaxValue and long number ? (int)number : null;
        }

        if (type == typeof(uint))
        {
            return Number(scalar) is >= uint.MinValue and <= uint.MaxValue and long number ? (uint)number : null;
        }

        if (type == typeof(DateTime))
        {
            return JapaneseDate.TryParse(text, out DateTime day) ? day : null;
        }

        return Keys.Members(type).FirstOrDefault(m => m.Word == text).Value;
    }

    // "010" is eight for some readers of YAML and ten for others: not a number here.
    internal static long? Number(YamlScalar scalar)
    {
        string digits = scalar.Value.TrimStart('-');
        bool ambiguous = digits.Length > 1 && digits[0] == '0';
        return scalar.IsPlain && !ambiguous
            && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
    }

    private static Text Wanted(YamlNode node, Type type)
    {
        string given = node is YamlScalar scalar ? Printable.Quote(scalar.Value) : "";
        Text not = node is YamlScalar
            ? node.IsNull ? new Text("値がありません。", "there is no value. ") : new Text($"「{given}」は使えません。", $"'{given}' does not fit here. ")
            : new Text("一覧や組は使えません。", "a list or a map does not fit here. ");
        Text wanted = Wanted(given, type);
        return new Text(not.Ja + wanted.Ja, not.En + wanted.En);
    }

    private static Text Wanted(string given, Type type)
    {
        if (type == typeof(bool))
        {
            return new Text("true か false を引用符なしで書いてください。", "Write true or false without quotes.");
        }

        if (type == typeof(int))
        {
            return new Text("整数を引用符なしで書いてください。", "Write a whole number without quotes.");
        }

        if (type == typeof(uint))
        {
            return new Text("0以上の整数を引用符なしで書いてください。", "Write a whole number, 0 or more, without quotes.");
        }

        if (type == typeof(DateTime))
        {
            return new Text(
                "実在する日付を 2025-05-01、令和7年5月1日、R7.5.1 のように書いてください。",
                "Write a day that exists, as 2025-05-01, 令和7年5月1日 or R7.5.1.");
        }

        return type.IsEnum
            ? Suggestion.Of(given, Keys.Words(type).ToArray())
            : new Text("語か文を書いてください（null という語そのものは引用符で囲みます）。", "Write a word or a sentence (the word null itself in quotes).");
    }
}
