using System;
using System.Threading.Tasks;
using Xunit;

namespace MedHardening.Tests.Cli.Status;

/// <summary>What is refused before anything is measured.</summary>
public sealed class StatusUsageTests : IDisposable
{
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("--ledger")]
    [InlineData("--computer", "--computer", "PC-01", "--ledger", "ledger.csv")]
    [InlineData("--role", "--ledger", "ledger.csv", "--role", "server")]
    [InlineData("--per-computer", "--computer", "PC-01", "--json", "--per-computer")]
    [InlineData("--username", "--computer", "PC-01", "--password-stdin")]
    [InlineData("--use-ssl", "--computer", "PC-01", "--ca-certificate", "ca.pem")]
    [InlineData("--skip-certificate-check", "--computer", "PC-01", "--skip-certificate-check")]
    [InlineData("basic", "--computer", "PC-01", "--use-ssl", "--skip-certificate-check", "--authentication", "basic", "--username", "audit")]
    [InlineData("--ca-certificate", "--computer", "PC-01", "--use-ssl", "--skip-certificate-check", "--ca-certificate", "ca.pem")]
    [InlineData("--certificate-file", "--computer", "PC-01", "--certificate-file", "me.pfx")]
    [InlineData("--username", "--computer", "PC-01", "--use-ssl", "--certificate-file", "me.pfx", "--username", "audit")]
    [InlineData("--authentication", "--computer", "PC-01", "--use-ssl", "--certificate-thumbprint", "00", "--authentication", "ntlm")]
    [InlineData("me.pfx", "--computer", "PC-01", "--use-ssl", "--certificate-file", "me.pfx")]
    [InlineData("00ff", "--computer", "PC-01", "--use-ssl", "--certificate-thumbprint", "00ff")]
    [InlineData("--port", "--computer", "PC-01", "--port", "65536")]
    [InlineData("--throttle-limit", "--computer", "PC-01", "--throttle-limit", "0")]
    [InlineData("--operation-timeout", "--computer", "PC-01", "--operation-timeout", "1.5")]
    [InlineData("--as-of", "--computer", "PC-01", "--as-of", "1.12.2025")]
    [InlineData("--password", "--computer", "PC-01", "--password", "x")]
    [InlineData("http://evil/", "--computer", "PC-01", "http://evil/")]
    [InlineData("PC?[31m", "--computer", "PC\u001b[31m")]
    [InlineData(": ", "--computer", "")]
    [InlineData("", "--computer", "PC-01", "--role", "ネットワーク機器")]
    [InlineData("", "--computer", "PC-01", "--save-snapshots", "")]
    [InlineData("", "--snapshot", "")]
    public async Task Options_that_cannot_be_meant_are_a_usage_error_that_names_them(string named, params string[] options)
    {
        foreach (string lang in new[] { "ja", "en" })
        {
            CliRun run = await Status([.. options, "--lang", lang]);

            Assert.Equal(2, run.ExitCode);
            Assert.Empty(run.Output);
            Assert.Contains(named, run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("removable-storge", "removable-storage")]
    [InlineData("2-99", "2-9")]
    public async Task An_unknown_item_is_answered_with_the_nearest_and_all_known_ones(string typed, string meant)
    {
        CliRun run = await Status("--computer", "PC-01", "--item", typed, "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'" + typed + "'", run.Error, StringComparison.Ordinal);
        Assert.Contains("'" + meant + "'", run.Error, StringComparison.Ordinal);
        Assert.Contains("access-log", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mistakes_of_all_files_are_shown_at_once()
    {
        string ledger = _files.Write("ledger.csv", "名称,区分,操作\nPC-01,端末PC,だめ\n");
        string facility = _files.Write("facility.yaml", "schema: medhardening/facility/1\nfacility: {name: A, kind: shop}\n");

        CliRun run = await Status("--ledger", ledger, "--facility", facility, "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ledger.csv(2,", run.Error, StringComparison.Ordinal);
        Assert.Contains("    PC-01,端末PC,だめ", run.Error, StringComparison.Ordinal);
        Assert.Contains("facility.yaml(2,", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_that_is_not_there_is_a_mistake_of_the_file()
    {
        CliRun run = await CliRun.Of("--lang", "en", "status", "--baseline", _files.At("gone.yaml"), "--computer", "PC-01");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("gone.yaml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_the_baseline_does_not_know_is_a_usage_error()
    {
        CliRun run = await Status("--computer", "PC-01", "--role", "toaster", "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("toaster", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_found_out_first()
    {
        CliRun run = await Status("--computer", "PC-01", "--use-ssl", "--ca-certificate", _files.At("ca.pem"), "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ca.pem", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_name_without_a_terminal_to_ask_at_is_pointed_to_standard_input()
    {
        CliRun run = await Status("--computer", "PC-01", "--username", "auditor", "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--password-stdin", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_password_is_not_tried()
    {
        CliRun run = await CliRun.WithInput(
            "\n", "--lang", "en", "status", "--baseline", _files.Baseline, "--computer", "PC-01", "--username", "auditor", "--password-stdin");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("password", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone/report.html", 4)]
    [InlineData("report.docx", 2)]
    public async Task A_report_that_cannot_be_written_ends_the_run_before_it_begins(string report, int exitCode)
    {
        CliRun run = await Status("--computer", "127.0.0.1", "--port", "1", "--report", _files.At(report));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(report, run.Error, StringComparison.Ordinal);
    }

    private Task<CliRun> Status(params string[] options) => CliRun.Of(["status", "--baseline", _files.Baseline, .. options]);
}
