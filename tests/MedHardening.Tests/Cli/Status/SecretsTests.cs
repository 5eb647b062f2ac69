using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Cli.Status;

/// <summary>The password of a run is in nothing that the run leaves behind, and in nothing that others on the machine can see of it.</summary>
public sealed class SecretsTests : IDisposable
{
    private const string User = "audit";
    private const string Password = "zX9-secret-of-the-run";

    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [SkippableOnWindowsFact]
    public async Task A_run_shows_its_password_to_the_computers_only()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(8);
        hosts[2].Misbehave(new Misbehaviour { IsSignInRejected = true });
        hosts[3].Misbehave(new Mishap(Phase.Operation, MishapKind.ErrorPage));
        await using WsManServer server = await StartAsync(hosts);
        string ledger = _files.Write("ledger.csv", "名称,アドレス,区分,操作\n" + string.Concat(hosts.Select(h => $"{h.Name},{h.Address},端末PC,参照のみ\n")));
        using CliProcess run = CliProcess.Start(
            "status", "--lang", "en", "--baseline", _files.Baseline, "--ledger", ledger, "--port", server.Port.ToString(CultureInfo.InvariantCulture),
            "--username", User, "--password-stdin", "--per-computer", "--save-snapshots", _files.At("recordings"), "--collect", "full",
            "--report", _files.At("report.html"), _files.At("report.csv"), _files.At("report.json"));
        run.Type(Password);
        await run.LineAsync(hosts[0].Name); // it has used the password by now
        string seen = run.Visible();
        CliRun ended = await run.EndAsync();

        Assert.Contains("--password-stdin", seen, StringComparison.Ordinal);
        string[] left = Directory.GetFiles(_files.Folder, "*", SearchOption.AllDirectories);
        Assert.Superset(new HashSet<string> { ".html", ".csv", ".json" }, left.Select(Path.GetExtension).ToHashSet()!);
        Assert.Contains(left, f => f.StartsWith(_files.At("recordings"), StringComparison.Ordinal));
        foreach (string text in left.Select(File.ReadAllText).Append(seen).Append(ended.Output).Append(ended.Error))
            Assert.All(Secrets(), s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
    }

    /// <summary>The password as it is, as Basic sends it, and as NTLM hashes it from.</summary>
    private static string[] Secrets() =>
    [
        Password,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(User + ":" + Password)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)),
        Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(Password)),
    ];

    private static Task<WsManServer> StartAsync(IReadOnlyList<SimulatedHost> hosts) => WsManServer.StartAsync(
        hosts,
        new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            AllowBasic = true,
            AllowUnencrypted = true,
            Users = new Dictionary<string, string> { [User] = Password },
        },
        CancellationToken.None);
}
