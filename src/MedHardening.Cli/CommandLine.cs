using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli;

/// <summary>The whole program: one command line in, results and messages on a terminal, an exit code out.</summary>
internal static class CommandLine
{
    public const string Name = "medhardening";

    /// <summary>How a person who stands in this folder calls the program.</summary>
    public static string AsTyped =>
        File.Exists("src/MedHardening.Cli/MedHardening.Cli.csproj") ? "dotnet run --project src/MedHardening.Cli --"
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" or null ? "dotnet " + Path.Combine(AppContext.BaseDirectory, "MedHardening.Cli.dll")
        : Environment.ProcessPath!;

    // Ctrl+C: the time to end tidily, after which the process ends anyhow.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1.5);

    // Otherwise "@file" would stand for the words of a file, and show them when they are no arguments.
    private static readonly ParserConfiguration s_parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel)
    {
        Language language = ConsoleLanguage.Of(args, CultureInfo.CurrentUICulture, Environment.GetEnvironmentVariable);
        CultureInfo.CurrentUICulture = ConsoleLanguage.Culture(language);
        int code = await Failure.CatchAsync(() => InvokeAsync(args, terminal, language, cancel), terminal, language);
        if (terminal.OutputFailure is not { } failure || code is not (ExitCode.Success or ExitCode.NotAllMeasured))
            return code;
        terminal.Say(Printable.Of(new Text("標準出力に書き込めません: ", "Standard output cannot be written: ").In(language) + failure.Message));
        return ExitCode.ReportNotWritten;
    }

    private static async Task<int> InvokeAsync(IReadOnlyList<string> args, Terminal terminal, Language language, CancellationToken cancel)
    {
        ParseResult parsed = new MedHardeningCommand(language, terminal).Parse(args.Count == 0 ? ["--help"] : args, s_parsing);
        if (Refusal.Of(parsed) is { Count: > 0 } messages)
        {
            Refusal.Write(messages, parsed, terminal, language);
            return ExitCode.Usage;
        }
        InvocationConfiguration configuration = new()
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = s_patience,
        };
        return await parsed.InvokeAsync(configuration, cancel);
    }
}
