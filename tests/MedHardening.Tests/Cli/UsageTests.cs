using System;
using System.Threading.Tasks;
using Spectre.Console;
using Xunit;

namespace MedHardening.Tests.Cli;

public class UsageTests
{
    [Theory]
    [InlineData("en", "Exit codes:")]
    [InlineData("ja", "終了コード：")]
    public async Task Help_is_in_the_language_asked_for_and_names_the_exit_codes(string lang, string title)
    {
        CliRun run = await CliRun.Of("--lang", lang, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(title, run.Output, StringComparison.Ordinal);
        Assert.Contains("130", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Help_fits_a_terminal_of_80_columns(string lang)
    {
        CliRun run = await CliRun.Of("--lang", lang, "--help");

        Assert.DoesNotContain(run.Output.Split('\n'), line => line.TrimEnd().GetCellWidth() > 80);
    }

    [Fact]
    public async Task No_argument_at_all_shows_the_help()
    {
        CliRun run = await CliRun.Of();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("medhardening", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Usage: medhardening --help")]
    [InlineData("ja", "使い方: medhardening --help")]
    public async Task An_unknown_argument_is_a_usage_error_and_says_where_the_help_is(string lang, string help)
    {
        CliRun run = await CliRun.Of("--lang", lang, "--nope");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("--nope", run.Error, StringComparison.Ordinal);
        Assert.Contains(help, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "status", "--baseline <FILE> を指定してください。")]
    [InlineData("en", "simulate", "--ledger <FILE> is required.")]
    public async Task An_option_that_is_missing_is_named(string lang, string command, string message)
    {
        CliRun run = await CliRun.Of(command, "--lang", lang);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_not_spoken_is_refused_with_those_that_are()
    {
        CliRun run = await CliRun.Of("--lang", "fr");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ja", run.Error, StringComparison.Ordinal);
        Assert.Contains("en", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_cannot_move_the_cursor_of_the_terminal()
    {
        CliRun run = await CliRun.Of("--\u001b[2J");

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Theory]
    [InlineData("en", "Did you mean 'status'?")]
    [InlineData("ja", "「status」のことですか。")]
    public async Task A_mistyped_command_is_answered_with_the_nearest(string lang, string answer)
    {
        CliRun run = await CliRun.Of("stauts", "--lang", lang);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_option_is_answered_with_the_nearest()
    {
        CliRun run = await CliRun.Of("status", "--baseline", "a.yaml", "--computer", "PC-01", "--facilty", "f.yaml", "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Did you mean '--facility'?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--password", "Horse-Battery-9")]
    [InlineData("--password=Horse-Battery-9")]
    public async Task A_password_on_the_command_line_is_refused_and_not_repeated(params string[] password)
    {
        CliRun run = await CliRun.Of(["status", "--baseline", "a.yaml", "--computer", "PC-01", .. password]);

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("Horse", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_with_an_at_sign_is_not_read_from_a_file()
    {
        using CliFiles files = new();
        CliRun run = await CliRun.Of("validate", "@" + files.Write("pw", "Horse-Battery-9"), "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("Horse-Battery-9", run.Error, StringComparison.Ordinal);
    }
}
