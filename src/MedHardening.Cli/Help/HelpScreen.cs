using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;
using MedHardening.Cli.Screen;
using Spectre.Console;

namespace MedHardening.Cli.Help;

/// <summary>
/// Help in the language of the reader. The library's own page counts a Japanese character as one column, so its lines
/// overflow, and it knows no examples or exit codes.
/// </summary>
internal sealed class HelpScreen(Language language, int width) : SynchronousCommandLineAction
{
    private const int Widest = 110;
    private const int WidestTerm = 30;

    private readonly int _width = Math.Min(width, Widest);

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        foreach (string line in Wrapping.Lines(command.Description ?? "", _width))
            output.WriteLine(line);
        Write(output, new HelpSection(new Text("使い方", "Usage").In(language), [new HelpLine(Usage(command))]));
        Write(output, new HelpSection(new Text("コマンド", "Commands").In(language),
            command.Subcommands.Where(c => !c.Hidden).Select(c => new HelpLine(c.Name, c.Description ?? "")).ToArray()));
        Write(output, new HelpSection(new Text("引数", "Arguments").In(language),
            command.Arguments.Where(a => !a.Hidden).Select(a => new HelpLine(Term(a), a.Description ?? "")).ToArray()));
        Write(output, new HelpSection(new Text("オプション", "Options").In(language),
            Options(command).Where(o => !o.Hidden).Select(o => new HelpLine(Term(o), o.Description ?? "")).ToArray()));
        foreach (HelpSection section in (command as IDocumented)?.More ?? [])
            Write(output, section);
        return ExitCode.Success;
    }

    private static IEnumerable<Option> Options(Command command) => command.Options
        .Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive))
        .OrderBy(o => o.Recursive);

    private static string Usage(Command command)
    {
        IEnumerable<string> names = command.Parents.OfType<RootCommand>().Any() ? [CommandLine.Name, command.Name] : [CommandLine.Name];
        IEnumerable<string> required = command.Options.Where(o => o.Required).Select(Term);
        IEnumerable<string> rest = command.Subcommands.Count > 0 ? ["<command>", "[options]"] : ["[options]"];
        return string.Join(' ', names.Concat(command.Arguments.Select(Term)).Concat(required).Concat(rest));
    }

    private static string Term(Argument argument) =>
        "<" + argument.Name + ">" + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");

    private static string Term(Option option) =>
        string.Join(", ", option.Aliases.Where(a => a.StartsWith('-')).Prepend(option.Name))
        + (option.HelpName is { } name && option.Arity.MaximumNumberOfValues > 0 ? " <" + name + ">" : "")
        + (option.AllowMultipleArgumentsPerToken ? "..." : "");

    private void Write(TextWriter output, HelpSection section)
    {
        if (section.Lines.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(section.Title + (language == Language.Japanese ? "：" : ":"));
        int cells = section.Lines.Select(l => l.Term.GetCellWidth()).Where(c => c <= WidestTerm).DefaultIfEmpty(WidestTerm).Max();
        foreach (HelpLine line in section.Lines)
            Write(output, line, cells);
    }

    private void Write(TextWriter output, HelpLine line, int cells)
    {
        if (line.Meaning.Length == 0)
        {
            output.WriteLine("  " + line.Term);
            return;
        }
        // A term that is too long for its column has its meaning below it.
        bool fits = line.Term.GetCellWidth() <= cells;
        if (!fits)
            output.WriteLine("  " + line.Term);
        string term = fits ? line.Term : "";
        foreach (string meaning in Wrapping.Lines(line.Meaning, _width - cells - 4))
        {
            output.WriteLine(("  " + Printable.Pad(term, cells) + "  " + meaning).TrimEnd());
            term = "";
        }
    }
}
