using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli;
using MedHardening.Cli.Screen;
using Xunit;

namespace MedHardening.Tests.Cli.Status;

public sealed class InterruptionTests : IDisposable
{
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [SkippableOnWindowsFact]
    public async Task Ctrl_C_in_the_middle_of_measuring_ends_with_130_soon_and_leaves_no_report()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        string port = ((IPEndPoint)silent.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string reports = Directory.CreateDirectory(_files.At("reports")).FullName;
        using CliProcess status = CliProcess.Start(
            "status", "--lang", "en", "--baseline", _files.Baseline, "--computer", "127.0.0.1", "--port", port,
            "--report", Path.Combine(reports, "a.html"), Path.Combine(reports, "a.json"));
        using TcpClient waiting = await silent.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Stopwatch clock = Stopwatch.StartNew();
        status.Interrupt();
        CliRun ended = await status.EndAsync();

        Assert.Equal(130, ended.ExitCode);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Empty(ended.Output);
        Assert.Contains("Interrupted.", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.EnumerateFileSystemEntries(reports).Any());
    }

    [Fact]
    public async Task An_interruption_while_waiting_for_the_password_ends_with_130()
    {
        using CancellationTokenSource interruption = new();
        using SilentInput input = new();
        await using StringWriter output = new();
        await using StringWriter error = new();
        Task<int> run = CommandLine.RunAsync(
            ["status", "--baseline", _files.Baseline, "--computer", "127.0.0.1", "--username", "auditor", "--password-stdin"],
            new Terminal { Input = input, Output = output, Error = error },
            interruption.Token);
        await input.IsRead.WaitAsync(TimeSpan.FromSeconds(60));

        await interruption.CancelAsync();

        Assert.Equal(130, await run.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    /// <summary>A person who does not type.</summary>
    private sealed class SilentInput : TextReader
    {
        private readonly ManualResetEventSlim _end = new();
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsRead => _read.Task;

        public override string? ReadLine()
        {
            _read.TrySetResult();
            _end.Wait();
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            _end.Set();
            base.Dispose(disposing);
        }
    }
}
