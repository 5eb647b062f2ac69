using System;
using System.Threading.Tasks;
using Xunit;

namespace MedHardening.Tests.Cli.Validate;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Files_without_a_mistake_end_with_0()
    {
        string ledger = _files.Write("ledger.csv", "名称,区分\nPC-01,端末PC\n");

        CliRun run = await CliRun.Of("--lang", "en", "validate", _files.Baseline, ledger);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("baseline.yaml: no mistakes", run.Output, StringComparison.Ordinal);
        Assert.Contains("ledger.csv: no mistakes", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_shown_with_its_place_its_line_and_a_caret_and_ends_with_2()
    {
        string ledger = _files.Write("ledger.csv", "名称,区分,操作\nPC-01,端末PC,だめ\n");

        CliRun run = await CliRun.Of("--lang", "en", "validate", ledger);

        Assert.Equal(2, run.ExitCode);
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.StartsWith(ledger + "(2,", lines[0], StringComparison.Ordinal);
        Assert.Equal("    PC-01,端末PC,だめ", lines[1]);
        Assert.Equal("                 ^", lines[2]); // 5+1+8+1 columns before it, four of indent: 端末 takes four
        Assert.Equal(ledger + ": 1 mistake", lines[3]);
    }

    [Theory]
    [InlineData("ja", "誤り 1 件")]
    [InlineData("en", "1 mistake")]
    public async Task A_file_that_is_not_there_is_a_mistake(string lang, string count)
    {
        CliRun run = await CliRun.Of("--lang", lang, "validate", _files.At("gone.yaml"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("gone.yaml: " + count, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_files_are_checked_although_the_first_has_a_mistake()
    {
        CliRun run = await CliRun.Of("--lang", "en", "validate", _files.At("gone.yaml"), _files.Baseline);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("baseline.yaml: no mistakes", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_at_all_is_a_usage_error() => Assert.Equal(2, (await CliRun.Of("validate")).ExitCode);
}
