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

namespace MedHardening.Tests.Cli.Status;

/// <summary>Commands are run only where the person and the ledger both allow it.</summary>
public sealed class RemoteShellRunsTests : IDisposable
{
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("可", true, "pass")]
    [InlineData("参照のみ", true, "unknown")]
    [InlineData("可", false, "unknown")]
    public async Task The_audit_policy_is_read_where_both_allow_it(string handling, bool asked, string outcome)
    {
        await using WsManServer server = await WsManServer.StartAsync(
            [SimulatedFleet.Load(RepositoryFiles.Path("src/MedHardening.Simulator/hosts/01-good-client-ja.yaml"), "PC-1", IPAddress.Loopback)],
            SimulatedServer.Options(), CancellationToken.None);
        string ledger = _files.Write("ledger.csv", $"名称,アドレス,ポート,区分,操作\nPC-1,127.0.0.1,{server.Port},サーバ,{handling}\n");
        string[] args =
        [
            "status", "--baseline", _files.Baseline, "--ledger", ledger, "--item", "2-11", "--json",
            "--username", SimulatedServer.User, "--password-stdin", .. asked ? new[] { "--allow-remote-shell" } : [],
        ];

        CliRun run = await CliRun.WithInput(SimulatedServer.Password + "\n", args);

        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement computer = Assert.Single(json.RootElement.GetProperty("computers").EnumerateArray());
        JsonElement result = computer.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("check").GetString() == "audit-policy");
        Assert.Equal(outcome, result.GetProperty("outcome").GetString());
        Assert.Equal(0, run.ExitCode);
    }
}
