using System;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Simulator;
using MedHardening.Tests.Baselines;
using MedHardening.Tests.Simulator;
using Xunit;

namespace MedHardening.Tests.Cli.Probe;

/// <summary>Every way in which the command can end.</summary>
public sealed class ProbeCommandTests : IDisposable
{
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_computer_that_refuses_ends_with_3_and_says_what_to_do()
    {
        string port = DeadEnd.Refused().Port.ToString(null as IFormatProvider);
        CliRun run = await CliRun.Of("--lang", "en", "probe", DeadEnd.Refused().Address.ToString(), "--port", port);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("TCP                failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("-> Windows Server: in an elevated PowerShell", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_computer_of_the_ledger_is_probed_as_the_ledger_says()
    {
        await using WsManServer server = await ServerAsync();
        string ledger = Ledger(server);

        CliRun run = await WithPassword("probe", "PC-1", "--ledger", ledger, "--lang", "ja");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("PC-1 (127.0.0.1)", run.Output, StringComparison.Ordinal);
        Assert.Contains("StdRegProv の実行      正常", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(SimulatedServer.Password, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_must_not_be_contacted_is_not_and_the_whole_ledger_ends_with_3()
    {
        await using WsManServer server = await ServerAsync();

        CliRun run = await WithPassword("probe", "--ledger", Ledger(server), "--json");

        Assert.Equal(3, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement[] computers = [.. json.RootElement.GetProperty("computers").EnumerateArray()];
        Assert.Equal(["PC-1", "CT-1"], computers.Select(c => c.GetProperty("name").GetString()));
        Assert.Equal([true, false], computers.Select(c => c.GetProperty("ok").GetBoolean()));
        Assert.Equal("NotContactable", Assert.Single(computers[1].GetProperty("steps").EnumerateArray()).GetProperty("reason").GetString());
        Assert.InRange(computers[0].GetProperty("clockOffsetSeconds").GetInt32(), -5, 5);
    }

    [Fact]
    public async Task A_query_writes_instances_with_types_to_the_output_and_the_steps_beside_it()
    {
        await using WsManServer server = await ServerAsync();

        CliRun run = await WithPassword(
            "probe", "PC-1", "--ledger", Ledger(server), "--query", "SELECT * FROM Win32_Service WHERE Name = 'EventLog'", "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement service = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("PC-1", service.GetProperty("PSComputerName").GetString());
        Assert.Equal("EventLog", service.GetProperty("Name").GetString());
        Assert.Equal(JsonValueKind.True, service.GetProperty("Started").ValueKind);
        Assert.Equal(JsonValueKind.Number, service.GetProperty("ProcessId").ValueKind);
        Assert.Contains("Invoke StdRegProv  ok", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give the name of a computer, or --ledger.", "probe")]
    [InlineData("--namespace goes with --query.", "probe", "PC-1", "--namespace", "root/x")]
    [InlineData("Neither the name of a computer nor an address: a b", "probe", "a b")]
    public async Task A_wrong_command_line_ends_with_2(string message, params string[] args)
    {
        CliRun run = await CliRun.Of(["--lang", "en", .. args]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_ledger_does_not_have_ends_with_2()
    {
        CliRun run = await CliRun.Of("--lang", "en", "probe", "PC-9", "--ledger", _files.Write("ledger.csv", "名称,区分\nPC-1,端末PC\n"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("The ledger has no computer 'PC-9'", run.Error, StringComparison.Ordinal);
    }

    private static Task<CliRun> WithPassword(params string[] args) => CliRun.WithInput(
        SimulatedServer.Password + "\n", [.. args, "--username", SimulatedServer.User, "--password-stdin"]);

    private string Ledger(WsManServer server) => _files.Write(
        "ledger.csv", $"名称,アドレス,ポート,区分,操作\nPC-1,127.0.0.1,{server.Port},端末PC,参照のみ\nCT-1,127.0.0.1,{server.Port},端末PC,接触不可\n");

    private static Task<WsManServer> ServerAsync() => WsManServer.StartAsync(
        [SimulatedFleet.Load(RepositoryFiles.Path("src/MedHardening.Simulator/hosts/01-good-client-ja.yaml"), "PC-1", IPAddress.Loopback)],
        SimulatedServer.Options(), CancellationToken.None);
}
