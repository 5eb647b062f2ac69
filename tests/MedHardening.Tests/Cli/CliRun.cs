using System.IO;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli;
using MedHardening.Cli.Screen;

namespace MedHardening.Tests.Cli;

/// <summary>One run of the console program in this process: what it wrote, and its exit code.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static Task<CliRun> Of(params string[] args) => WithInput("", args);

    public static async Task<CliRun> WithInput(string input, params string[] args)
    {
        using StringReader reader = new(input);
        await using StringWriter output = new();
        await using StringWriter error = new();
        int exitCode = await CommandLine.RunAsync(
            args, new Terminal { Input = reader, Output = output, Error = error }, CancellationToken.None);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
