using System;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Simulator;
using MedHardening.Tests.Baselines;
using MedHardening.Tests.Simulator;
using Xunit;

namespace MedHardening.Tests.Cli.Services;

/// <summary>Taking and comparing service baselines from the console, over the wire.</summary>
public sealed class ServicesCommandTests : IAsyncLifetime, IDisposable
{
    private readonly CliFiles _files = new();
    private WsManServer? _server;

    public async Task InitializeAsync() => _server = await WsManServer.StartAsync(
        [Host("01-good-client-ja", "PC-GOOD", "127.4.0.1"), Host("05-hospital-client-ja", "PC-BAD", "127.4.0.2")],
        SimulatedServer.Options(), CancellationToken.None);

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Exported_and_compared_at_once_nothing_differs()
    {
        string file = await ExportedAsync("127.4.0.1");
        CliRun run = await WithPassword("services", "compare", file, "--computer", "127.4.0.1");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("1 computer(s) compared, 0 difference(s).", run.Output.Trim());
        Assert.DoesNotContain(SimulatedServer.Password, run.Output + run.Error + File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_come_with_before_after_and_why()
    {
        string file = await ExportedAsync("127.4.0.1");
        CliRun run = await WithPassword("services", "compare", file, "--computer", "127.4.0.2", "--report", _files.At("diff.html"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("PC-BAD", run.Output, StringComparison.Ordinal);
        Assert.Contains("Services  AnyDesk  Added", run.Output, StringComparison.Ordinal);
        Assert.Contains("Probably by AnyDesk ad 7.1.8", run.Output, StringComparison.Ordinal);
        Assert.Contains("AnyDesk.exe", File.ReadAllText(_files.At("diff.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_counts_computers_and_exported_files_serve_as_well()
    {
        string file = await ExportedAsync("127.4.0.1");
        CliRun export = await WithPassword("services", "export", _files.At("all"), "--computer", "127.4.0.1", "127.4.0.2");
        CliRun run = await CliRun.Of("--lang", "ja", "services", "compare", file, "--difference", _files.At("all"), "--summary");

        Assert.Equal((0, 0), (export.ExitCode, run.ExitCode));
        Assert.True(File.Exists(_files.At("all/pc-good.yaml")) && File.Exists(_files.At("all/pc-bad.yaml")), export.Error);
        Assert.Contains("1/2  低    サービス  AnyDesk  追加", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_decisions_is_kept_until_somebody_says_what_to_do_with_them()
    {
        string file = await ExportedAsync("127.4.0.2");
        File.WriteAllText(file, File.ReadAllText(file).Replace("{name: AnyDesk, start", "{name: AnyDesk, approved: false, start", StringComparison.Ordinal));

        CliRun refused = await WithPassword("services", "export", file, "--computer", "127.4.0.2");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Exists already", refused.Error, StringComparison.Ordinal);

        Assert.Equal(0, (await WithPassword("services", "export", file, "--computer", "127.4.0.2", "--update")).ExitCode);
        CliRun compared = await WithPassword("services", "compare", file, "--computer", "127.4.0.2");
        Assert.Contains("High         Services  AnyDesk  Should be stopped", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_a_role_has_one_file()
    {
        CliRun run = await WithPassword("services", "export", _files.At("roles"), "--computer", "127.4.0.1", "127.4.0.2", "--merge", "--include", "services", "ports");

        Assert.Equal(0, run.ExitCode);
        string text = File.ReadAllText(_files.At("roles/client.yaml"));
        Assert.Contains("\nhosts: 2\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nprograms:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_computer_that_does_not_answer_is_named_and_the_run_ends_with_3()
    {
        string file = await ExportedAsync("127.4.0.1");
        string port = DeadEnd.Refused().Port.ToString(null as IFormatProvider);
        CliRun run = await CliRun.Of("--lang", "en", "services", "compare", file, "--computer", DeadEnd.Refused().Address.ToString(), "--port", port);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Not measured: " + DeadEnd.Refused().Address, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give --computer, --ledger or --snapshot.", "services", "export", "x.yaml")]
    [InlineData("or else --difference", "services", "compare", "x.yaml")]
    [InlineData("or else --difference", "services", "compare", "x.yaml", "--computer", "PC-1", "--difference", "y.yaml")]
    [InlineData("must end in .yaml or .csv", "services", "export", "x.txt", "--computer", "PC-1")]
    [InlineData("must end in .html", "services", "compare", "x.yaml", "--computer", "PC-1", "--report", "x.csv")]
    [InlineData("--computer and --ledger exclude each other.", "services", "export", "x.yaml", "--computer", "PC-1", "--ledger", "l.csv")]
    [InlineData("there is no such file", "services", "compare", "none.yaml", "--computer", "PC-1")]
    public async Task A_wrong_command_line_ends_with_2(string message, params string[] args)
    {
        CliRun run = await CliRun.Of(["--lang", "en", .. args]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private async Task<string> ExportedAsync(string computer)
    {
        string file = _files.At("reference.yaml");
        CliRun run = await WithPassword("services", "export", file, "--computer", computer);
        Assert.True(run.ExitCode == 0, run.Error);
        return file;
    }

    private Task<CliRun> WithPassword(params string[] args) => CliRun.WithInput(
        SimulatedServer.Password + "\n",
        ["--lang", "en", .. args, "--port", _server!.Port.ToString(null as IFormatProvider), "--username", SimulatedServer.User, "--password-stdin"]);

    private static SimulatedHost Host(string sample, string name, string address) =>
        SimulatedFleet.Load(RepositoryFiles.Path("src/MedHardening.Simulator/hosts/" + sample + ".yaml"), name, IPAddress.Parse(address));
}
