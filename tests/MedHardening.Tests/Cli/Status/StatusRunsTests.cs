using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace MedHardening.Tests.Cli.Status;

/// <summary>Runs against a port of this computer at which nobody listens.</summary>
public sealed class StatusRunsTests : IDisposable
{
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_computer_that_does_not_answer_is_named_with_the_reason_and_the_run_ends_with_3()
    {
        CliRun run = await Status("--lang", "en");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Computers in the ledger: 1 - Unreachable 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("ConnectionRefused", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_the_rows_of_the_form_and_no_row_is_passed()
    {
        CliRun run = await Status("--lang", "ja");

        string[] rows = run.Output.Split(Environment.NewLine).Where(l => l.Length > 1 && char.IsAsciiDigit(l[0])).ToArray();
        Assert.Equal(19, rows.Length); // 18 items, one of them with two lines on the form of 令和7年度
        Assert.DoesNotContain("はい候補", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_items_asked_for_are_shown_and_a_note_says_so()
    {
        CliRun run = await Status("--lang", "en", "--item", "2-9");

        Assert.Contains("\n2-9 ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n2-1 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Only some items", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_is_all_that_goes_to_the_output_and_it_says_what_the_table_says()
    {
        CliRun run = await Status("--json");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(19, json.RootElement.GetProperty("rows").GetArrayLength());
        Assert.Equal("medhardening/status/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public async Task Each_computer_is_shown_as_it_ends_when_that_is_asked_for()
    {
        CliRun run = await Status("--lang", "en", "--per-computer");

        Assert.StartsWith("127.0.0.1  Unreachable: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_written_in_the_formats_of_their_extensions()
    {
        CliRun run = await Status("--report", _files.At("a.html"), _files.At("b.csv"), "--report", _files.At("c.json"));

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(_files.At("a.html")), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(File.ReadAllText(_files.At("b.csv")));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(_files.At("c.json")));
        Assert.Equal(19, json.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task A_year_that_is_over_is_told_once()
    {
        CliRun run = await Status("--lang", "en", "--as-of", "2026-04-01");

        Assert.Single(run.Error.Split(Environment.NewLine), l => l.Contains("2026-03-31", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_shows_up_nowhere()
    {
        const string Password = "Horse-Battery-9";

        CliRun run = await CliRun.WithInput(Password + "\n", Arguments(
            "--username", "HOSPITAL\\auditor", "--password-stdin", "--per-computer", "--report", _files.At("a.json")));

        Assert.Equal(3, run.ExitCode);
        Assert.DoesNotContain(Password, run.Output + run.Error + File.ReadAllText(_files.At("a.json")), StringComparison.Ordinal);
    }

    private Task<CliRun> Status(params string[] options) => CliRun.Of(Arguments(options));

    private string[] Arguments(params string[] options) =>
        ["status", "--baseline", _files.Baseline, "--computer", "127.0.0.1", "--port", ClosedPort(), .. options];

    private static string ClosedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
