using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace MedHardening.Tests.Cli.Simulate;

public sealed class SimulateTests : IDisposable
{
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("--ledger")]
    [InlineData("--listen", "--ledger", "l.csv", "--listen", "192.0.2.1:5985")]
    [InlineData("--listen", "--ledger", "l.csv", "--listen", "5985")]
    [InlineData("--password-stdin", "--ledger", "l.csv", "--username", "auditor")]
    [InlineData("--username", "--ledger", "l.csv", "--password-stdin")]
    [InlineData("--hosts", "--ledger", "l.csv", "--hosts", "-1")]
    [InlineData("--hosts", "--ledger", "l.csv", "--hosts", "9")]
    [InlineData("--hosts", "--ledger", "l.csv", "--hosts")]
    public async Task Options_that_cannot_be_meant_are_a_usage_error_that_names_them(string named, params string[] options)
    {
        CliRun run = await CliRun.Of(["simulate", "--lang", "en", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_hosts_that_is_not_there_is_a_usage_error()
    {
        CliRun run = await CliRun.Of("simulate", "--lang", "en", "--ledger", _files.At("l.csv"), "--hosts-dir", _files.At("gone"), "--listen", "127.0.0.1:0");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("gone", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_written_ends_with_4()
    {
        CliRun run = await CliRun.Of("simulate", "--lang", "en", "--ledger", _files.At("gone/l.csv"), "--listen", "127.0.0.1:0");

        Assert.Equal(4, run.ExitCode);
    }

    [SkippableOnWindowsFact]
    public async Task Status_measures_what_simulate_runs_and_Ctrl_C_ends_it()
    {
        using CliProcess simulate = CliProcess.Start(
            "simulate", "--lang", "en", "--hosts", "10", "--listen", "127.0.0.1:0", "--ledger", _files.At("ledger.csv"));
        string password = (await simulate.LineAsync("Account for this run: demo  password: ")).Trim();
        await simulate.LineAsync("Ctrl+C ends it.");

        using CliProcess status = CliProcess.Start(
            "status", "--lang", "en", "--baseline", _files.Baseline, "--ledger", _files.At("ledger.csv"),
            "--item", "2-9", "--per-computer", "--username", "demo", "--password-stdin");
        status.Type(password);
        CliRun measured = await status.EndAsync();

        Assert.Equal(3, measured.ExitCode); // one is off, one refuses, one must not be contacted
        Assert.Contains("Measured 7, Unreachable 1, Denied 1, Not attempted 1", measured.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(password, measured.Output + measured.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', measured.Output + measured.Error);

        simulate.Interrupt();
        CliRun ended = await simulate.EndAsync();
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("Ended.", ended.Output, StringComparison.Ordinal);
    }

    [SkippableOnWindowsFact]
    public async Task Own_hosts_are_served_at_addresses_of_their_own_and_a_fleet_that_was_measured_whole_ends_with_0()
    {
        const string Password = "Horse-Battery-9";
        _files.Write("KARTE.yaml", "schema: medhardening/host/1\nbase: 01-good-client-ja\nname: KARTE-01\nrole: client\nhandling: ReadOnly\n");
        using CliProcess simulate = CliProcess.Start(
            "simulate", "--lang", "en", "--hosts", "3", "--listen", "0.0.0.0:0", "--hosts-dir", _files.Folder,
            "--ledger", _files.At("ledger.csv"), "--username", "auditor", "--password-stdin");
        simulate.Type(Password);
        await simulate.LineAsync("Ctrl+C ends it.");

        string[] ledger = File.ReadAllLines(_files.At("ledger.csv"));
        CliRun measured = await CliRun.WithInput(
            Password + "\n", "status", "--lang", "en", "--baseline", _files.Baseline, "--ledger", _files.At("ledger.csv"),
            "--item", "2-9", "--username", "auditor", "--password-stdin");
        simulate.Interrupt();
        CliRun ended = await simulate.EndAsync();

        Assert.Contains("KARTE-01", ledger[1], StringComparison.Ordinal);
        Assert.Equal(["127.1.0.1", "127.1.0.2", "127.1.0.3"], ledger.Skip(1).Select(l => l.Split(',')[1].Trim('"')));
        Assert.Equal(0, measured.ExitCode);
        Assert.Contains("Computers in the ledger: 3 - Measured 3", measured.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, ended.Output + ended.Error, StringComparison.Ordinal);
    }
}
