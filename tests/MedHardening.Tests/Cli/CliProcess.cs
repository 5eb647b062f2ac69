using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli;

namespace MedHardening.Tests.Cli;

/// <summary>The console program as a process of its own: real streams, real signals, a real exit code.</summary>
internal sealed class CliProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private CliProcess(Process process) => _process = process;

    public StreamReader Output => _process.StandardOutput;

    public static CliProcess Start(params string[] args)
    {
        // A shell lets what it runs in the background ignore Ctrl+C, and every process below inherits that.
        string[] interruptible = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];
        string[] command = [.. interruptible, "dotnet", "exec", typeof(CommandLine).Assembly.Location, .. args];
        ProcessStartInfo start = new(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string arg in command[1..])
            start.ArgumentList.Add(arg);
        return new CliProcess(Process.Start(start)!);
    }

    /// <summary>The rest of a line of the output that begins with <paramref name="words"/>.</summary>
    public async Task<string> LineAsync(string words)
    {
        using CancellationTokenSource limit = new(s_patience);
        while (await Output.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(words, StringComparison.Ordinal))
                return line[words.Length..];
        }
        throw new EndOfStreamException("no line '" + words + "': " + await _process.StandardError.ReadToEndAsync(limit.Token));
    }

    public void Type(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Close();
    }

    /// <summary>What anybody on a Linux machine sees of it, and its owner besides: arguments and environment.</summary>
    public string Visible() =>
        File.ReadAllText($"/proc/{_process.Id}/cmdline") + File.ReadAllText($"/proc/{_process.Id}/environ");

    /// <summary>What a terminal does on Ctrl+C.</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("/bin/sh", ["-c", "kill -INT " + _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        if (kill.ExitCode != 0)
            throw new InvalidOperationException("kill ended with " + kill.ExitCode);
    }

    public async Task<CliRun> EndAsync()
    {
        using CancellationTokenSource limit = new(s_patience);
        Task<string> output = Output.ReadToEndAsync(limit.Token);
        Task<string> error = _process.StandardError.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return new CliRun(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
