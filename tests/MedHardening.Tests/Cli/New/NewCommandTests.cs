using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace MedHardening.Tests.Cli.New;

public sealed class NewCommandTests : IDisposable
{
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task It_names_the_files_that_it_made_and_they_validate_together()
    {
        CliRun run = await CliRun.Of("--lang", "en", "new", "--kind", "clinic", "--out", _files.At("R7"));
        Assert.Equal(0, run.ExitCode);
        string[] made = run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Directory.EnumerateFiles(_files.At("R7"), "*", SearchOption.AllDirectories).Order(), made.Order());

        CliRun validate = await CliRun.Of(["validate", .. made.Where(f => !f.EndsWith(".json", StringComparison.Ordinal))]);
        Assert.Equal(0, validate.ExitCode);
    }

    [Fact]
    public async Task Files_that_are_there_are_a_usage_error()
    {
        string[] command = ["--lang", "en", "new", "--kind", "hospital", "--out", _files.At("R7")];
        await CliRun.Of(command);
        CliRun again = await CliRun.Of(command);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("exists already and is not overwritten", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_record_of_last_year_is_told_with_its_place()
    {
        Directory.CreateDirectory(_files.At("R6"));
        _files.Write("R6/facility.yaml", "schema: medhardening/facility/1\nattestations: [\n");
        CliRun run = await CliRun.Of("--lang", "en", "new", "--kind", "hospital", "--out", _files.At("R7"), "--from", _files.At("R6"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("facility.yaml(", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_files.At("R7")));
    }

    [Theory]
    [InlineData("vendor")]
    [InlineData("school")]
    public async Task A_kind_without_starter_files_is_a_usage_error(string kind) =>
        Assert.Equal(2, (await CliRun.Of("new", "--kind", kind, "--out", _files.At("R7"))).ExitCode);
}
