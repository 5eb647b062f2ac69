using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim.Recording;
using MedHardening.Fleet;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Cli.Status;

/// <summary>Recordings of a live fleet over loopback, judged again when the fleet is gone.</summary>
public sealed class SnapshotRunsTests : IDisposable
{
    private const string Password = "Horse-Battery-9";
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task The_recordings_give_the_same_report_but_for_times_and_how_the_computers_were_reached()
    {
        await RecordAsync();
        CliRun again = await CliRun.Of("status", "--baseline", _files.Baseline, "--ledger", _files.At("ledger.csv"),
            "--snapshot", _files.At("recordings"), "--as-of", "2025-12-01", "--report", _files.At("again.json"));

        Assert.Equal(3, again.ExitCode);
        Assert.Contains("\"authentication\": \"Basic, not encrypted\"", File.ReadAllText(_files.At("live.json")), StringComparison.Ordinal);
        Assert.Equal(WithoutCircumstances("live.json"), WithoutCircumstances("again.json"));
    }

    [Fact]
    public async Task Without_a_ledger_every_recording_of_the_folder_is_judged_on_the_day_it_was_made()
    {
        await RecordAsync();
        CliRun again = await CliRun.Of("status", "--baseline", _files.Baseline, "--snapshot", _files.At("recordings"), "--json");

        JsonNode json = JsonNode.Parse(again.Output)!;
        Assert.Equal(14, json["computers"]!.AsArray().Count); // the console that may not be contacted left none, the one that is off did
        string today = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(today, json["asOf"]!.GetValue<string>());
        JsonNode notice = json["notices"]!.AsArray().Single(n => n!["code"]!.GetValue<string>() == "JudgedFromRecordings")!;
        Assert.Contains("from " + today + " to " + today, notice["en"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judgement_by_old_recordings_bears_their_time_and_says_so()
    {
        DateTimeOffset recorded = new(2025, 11, 4, 20, 30, 0, TimeSpan.Zero); // the 5th in Japan
        foreach (int age in new[] { 0, 200 })
        {
            SnapshotFile.Write(
                SnapshotFile.PathOf(_files.Folder, "PC" + age), new HostRecording("PC" + age, recorded.AddDays(-age), null, new Dictionary<string, RecordedAnswer>()));
        }
        CliRun run = await CliRun.Of("status", "--baseline", _files.Baseline, "--snapshot", _files.Folder, "--json", "--lang", "en");

        JsonNode json = JsonNode.Parse(run.Output)!;
        Assert.Contains("2025-04-19 to 2025-11-05", run.Error, StringComparison.Ordinal);
        Assert.Equal(recorded.AddDays(-200), DateTimeOffset.Parse(json["startedAt"]!.GetValue<string>(), CultureInfo.InvariantCulture));
        Assert.Equal(recorded, DateTimeOffset.Parse(json["finishedAt"]!.GetValue<string>(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task No_recording_holds_the_password()
    {
        await RecordAsync();
        foreach (string file in Directory.GetFiles(_files.At("recordings")))
        {
            byte[] all = await File.ReadAllBytesAsync(file);
            using System.IO.Compression.GZipStream plain = new(
                new MemoryStream(all[(Array.IndexOf(all, (byte)'\n') + 1)..]), System.IO.Compression.CompressionMode.Decompress);
            using StreamReader text = new(plain);
            Assert.DoesNotContain(Password, await text.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_folder_without_recordings_is_a_usage_error()
    {
        Directory.CreateDirectory(_files.At("empty"));
        CliRun empty = await CliRun.Of("status", "--baseline", _files.Baseline, "--snapshot", _files.At("empty"), "--lang", "en");
        CliRun missing = await CliRun.Of("status", "--baseline", _files.Baseline, "--snapshot", _files.At("missing"), "--lang", "en");
        Assert.Equal((2, 2), (empty.ExitCode, missing.ExitCode));
        Assert.Contains("no recordings", empty.Error, StringComparison.Ordinal);
        Assert.Contains("missing", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_hold_recordings_is_told_before_anything_is_measured()
    {
        string file = _files.Write("file", "");
        CliRun run = await CliRun.Of("status", "--baseline", _files.Baseline, "--computer", "nobody.invalid", "--save-snapshots", file, "--lang", "en");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nothing was measured", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--snapshot", "a", "--save-snapshots", "b")]
    [InlineData("--computer", "a", "--collect", "full")]
    [InlineData("--computer", "a", "--save-snapshots", "b", "--collect", "everything")]
    public async Task Options_that_do_not_go_together_are_usage_errors(params string[] options)
    {
        CliRun run = await CliRun.Of(["status", "--baseline", _files.Baseline, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    private async Task RecordAsync()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(13);
        await using WsManServer server = await WsManServer.StartAsync(hosts, new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            AllowBasic = true,
            AllowUnencrypted = true,
            Users = new Dictionary<string, string> { ["audit"] = Password },
        }, CancellationToken.None);
        IPEndPoint nobody = DeadEnd.Refused();
        IEnumerable<LedgerComputer> off = [new("OFF-01", nobody.Address.ToString(), "client", Handling.ReadOnly, 0) { Port = nobody.Port }];
        IEnumerable<LedgerComputer> console = [new("CT-01", "127.0.0.1", "client", Handling.NotContactable, 0)];
        using (FileStream ledger = File.Create(_files.At("ledger.csv")))
        {
            LedgerWriter.Write(ledger, hosts
                .Select(h => new LedgerComputer(h.Name, h.Address.ToString(), h.Role, Handling.ReadOnly, 0) { Port = server.Port })
                .Concat(off).Concat(console).ToArray());
        }
        CliRun live = await CliRun.WithInput(Password + "\n", "status", "--baseline", _files.Baseline, "--ledger", _files.At("ledger.csv"),
            "--username", "audit", "--password-stdin", "--save-snapshots", _files.At("recordings"), "--collect", "full",
            "--as-of", "2025-12-01", "--report", _files.At("live.json"));
        Assert.Equal(3, live.ExitCode);
    }

    private string WithoutCircumstances(string name)
    {
        JsonObject json = JsonNode.Parse(File.ReadAllText(_files.At(name)))!.AsObject();
        json.Remove("startedAt");
        json.Remove("finishedAt");
        json["notices"] = new JsonArray([.. json["notices"]!.AsArray().Where(n => n!["code"]!.GetValue<string>() != "JudgedFromRecordings").Select(n => n!.DeepClone())]);
        foreach (JsonNode? computer in json["computers"]!.AsArray())
            computer!.AsObject().Remove("timing");
        return json.ToJsonString();
    }
}
