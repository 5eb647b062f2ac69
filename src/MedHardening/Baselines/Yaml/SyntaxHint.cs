using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Baselines.Yaml;

/// <summary>
/// What to do about text that is not YAML. The hint comes from the line itself, from the slips that a Japanese keyboard
/// makes easy; the parser's own words follow.
/// </summary>
internal static class SyntaxHint
{
    public static Text FullWidthIndent { get; } = new(
        "字下げに全角の空白があります。半角の空白にしてください。", "The indentation has a full-width space; use ordinary spaces.");

    public static Text For(Place place, IReadOnlyList<string> lines, string parser)
    {
        string line = place.Line >= 1 && place.Line <= lines.Count ? lines[place.Line - 1] : "";
        Text hint = Of(line);
        return new Text(
            $"YAMLとして読めません。{hint.Ja}（{parser}）",
            $"this is not YAML. {hint.En} ({parser})");
    }

    private static Text Of(string line)
    {
        string indent = string.Concat(line.TakeWhile(char.IsWhiteSpace));
        if (indent.Contains('\u3000'))
        {
            return FullWidthIndent;
        }

        if (line.Contains(":\u3000"))
        {
            return new Text("コロンの後が全角の空白です。半角の空白にしてください。", "There is a full-width space after the colon; use an ordinary one.");
        }

        if (line.Contains('：'))
        {
            return new Text("全角のコロン（：）があります。半角のコロンと空白にしてください。", "There is a full-width colon; use an ordinary colon and a space.");
        }

        return new Text(
            "この行と前の行の字下げ、引用符と括弧の閉じ忘れ、コロンの後の空白を確かめてください。",
            "Check the indentation of this line and the one before, unclosed quotes and brackets, and the space after the colon.");
    }
}
