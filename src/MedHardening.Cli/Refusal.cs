using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli;

/// <summary>What is wrong with a command line, and where its help is.</summary>
internal static class Refusal
{
    /// <summary>One message for each thing that is wrong; none when the command line can be carried out.</summary>
    public static IReadOnlyList<Text> Of(ParseResult parsed)
    {
        Text[] unknown = UnknownOptions(parsed).ToArray();
        if (unknown.Length > 0)
            return unknown;
        if (parsed.Action is not ParseErrorAction)
            return [];
        Text[] missing = MissingOptions(parsed).ToArray();
        if (missing.Length > 0)
            return missing;
        return parsed.CommandResult.Command is RootCommand root && parsed.UnmatchedTokens is [string command, ..]
            ? [Unknown("コマンド", "command", command, root.Subcommands.Select(c => c.Name))]
            : parsed.Errors.SelectMany(e => e.Message.Split('\n')).Distinct().Select(m => new Text(m.TrimEnd(), m.TrimEnd())).ToArray();
    }

    public static void Write(IReadOnlyList<Text> messages, ParseResult parsed, Terminal terminal, Language language)
    {
        foreach (Text message in messages)
            terminal.Say(Printable.Of(message.In(language)));
        string command = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        terminal.Say(new Text("使い方: ", "Usage: ").In(language) + CommandLine.Name + " " + command + "--help");
    }

    // The library takes an option that it does not know for one more value of the option before it: a "--password secret" would become
    // two computers. What begins with a hyphen is never a value here, and what stands behind it is not repeated.
    private static IEnumerable<Text> UnknownOptions(ParseResult parsed)
    {
        IEnumerable<string> known = parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(o => o.Name);
        return parsed.Tokens
            .TakeWhile(t => t.Type != TokenType.DoubleDash)
            .Where(t => t.Type == TokenType.Argument && t.Value.Length > 1 && t.Value[0] == '-' && !char.IsAsciiDigit(t.Value[1]))
            .Select(t => Unknown("オプション", "option", t.Value.Split('=', ':')[0], known));
    }

    // The library says this in English alone.
    private static IEnumerable<Text> MissingOptions(ParseResult parsed) =>
        from option in parsed.CommandResult.Command.Options
        where option.Required && parsed.GetResult(option) is null or { Implicit: true }
        let shown = option.Name + " <" + option.HelpName + ">"
        select new Text(shown + " を指定してください。", shown + " is required.");

    private static Text Unknown(string ja, string en, string typed, IEnumerable<string> known)
    {
        string? nearest = Suggestion.Nearest(typed, known);
        return new Text(
            ja + "「" + typed + "」はありません。" + (nearest is null ? "" : "「" + nearest + "」のことですか。"),
            "There is no " + en + " '" + typed + "'." + (nearest is null ? "" : " Did you mean '" + nearest + "'?"));
    }
}
