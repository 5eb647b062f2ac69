using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using MedHardening.Baselines;
using Xunit;

namespace MedHardening.Tests.Cli.Demo;

/// <summary>The made-up hospital, measured over loopback as a user sees it. What each row must say was worked out by hand.</summary>
public sealed class DemoTests(DemoTests.OneDemo demo) : IClassFixture<DemoTests.OneDemo>
{
    [Fact]
    public void It_ends_with_0_and_leaves_reports_and_their_input_files()
    {
        Assert.Equal(0, demo.Run.ExitCode);
        Assert.Equal(
            ["baseline.yaml", "facility.yaml", "ledger.csv", "report.csv", "report.html", "report.json"],
            Directory.EnumerateFiles(demo.Folder).Select(f => Path.GetFileName(f)).Order());
    }

    [Fact]
    public void The_files_are_fit_for_use() =>
        Assert.All(
            ["baseline.yaml", "facility.yaml", "ledger.csv"],
            file => Assert.Empty(FileValidator.Validate(Path.Combine(demo.Folder, file))));

    [Fact]
    public void The_baseline_is_the_one_that_hospitals_start_from() =>
        Assert.StartsWith("""
            # yaml-language-server: $schema=schema/baseline.schema.json
            #
            # 病院の基準（ひな形）
            """, File.ReadAllText(Path.Combine(demo.Folder, "baseline.yaml")), StringComparison.Ordinal);

    [Theory]
    [InlineData("removable-storage", "no")] // PC-RECEPT02 has no policy at all, whatever the attestation says
    [InlineData("background-services-client", "no")] // PC-RECEPT02 runs TeamViewer and AnyDesk
    [InlineData("background-services-server", "undetermined")] // SV-PACS01 is excepted, SV-BACKUP01 is off
    [InlineData("remote-maintenance", "no")] // TeamViewer and AnyDesk on PC-RECEPT02, of which no vendor was asked
    [InlineData("access-rights", "no")] // user and support are administrators of PC-RECEPT02, vendor and temp of SV-PACS01
    [InlineData("stale-accounts", "no")] // nurse has not signed in to PC-RECEPT02 since 2023
    [InlineData("password-reuse", "attestationNeeded")] // LAPS only supports it
    [InlineData("security-patches", "no")] // PC-RECEPT02 has Windows 10 22H2, which ended on 2025-10-14
    [InlineData("password-strength", "no")] // to SV-PACS01 a policy with 6 characters is delivered
    [InlineData("access-log", "no")] // the security log of SV-PACS01 is small and stops when it is full
    [InlineData("connection-source", "attestationNeeded")] // firewalls of hosts only support it, and nobody has answered
    [InlineData("safety-officer", "yesCandidate")] // a person's record, nothing to measure
    [InlineData("asset-ledger", "yesCandidate")] // owner, update and plan are on record, and nothing differs
    [InlineData("mds-sds", "no")] // by the record, PACS is under contract and has no statement
    [InlineData("two-factor", "attestationNeeded")] // the plan is in time, but the document of the answer has changed
    [InlineData("contact-chart", "no")] // the template's A社 still stands for the system vendor
    [InlineData("backup", "no")] // nobody has ever tried a restore
    [InlineData("bcp", "attestationNeeded")] // nobody has written anything about it
    [InlineData("regulations", "yesCandidate")] // every item has its article, and the regulations are as they were
    public void A_row_is_proposed_as_its_computers_and_people_say(string row, string proposal) =>
        Assert.Equal(proposal, demo.Row(row).GetProperty("proposal").GetString(), ignoreCase: true);

    [Theory]
    [InlineData("safety-officer", "")]
    [InlineData("removable-storage", "Contradicted ComputersNotMeasured ResultsUnknown")]
    [InlineData("two-factor", "DocumentChanged")]
    [InlineData("contact-chart", "Contradicted")]
    [InlineData("backup", "")] // いいえ with a target date that is still to come
    public void An_answer_that_does_not_hold_is_to_be_checked_again(string row, string codes) =>
        Assert.Equal(codes, string.Join(' ', demo.Row(row).GetProperty("rechecks").EnumerateArray().Select(r => r.GetProperty("code").GetString())));

    [Fact]
    public void Coverage_is_a_partition_of_the_ledger()
    {
        JsonElement coverage = demo.Row("removable-storage").GetProperty("coverage");

        Assert.Equal(
            new Dictionary<string, int>
            {
                ["ledger"] = 20, ["measured"] = 16, ["partly"] = 1, ["unreachable"] = 1, ["denied"] = 1,
                ["failed"] = 0, ["notAttempted"] = 1, ["notWindows"] = 0,
            },
            coverage.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32()));
    }

    [Fact]
    public void The_valid_exception_counts_and_the_expired_one_does_not()
    {
        Assert.Equal("excepted", Finding("background-services-server", "SV-PACS01", "approved-services"), ignoreCase: true);
        Assert.Equal("fail", Finding("removable-storage", "PC-WARD01", "removable-storage-access"), ignoreCase: true);
    }

    [Fact]
    public void The_computer_that_must_not_be_contacted_was_not() =>
        Assert.Contains("CT-CONSOLE01  Not attempted: Must not be contacted", demo.Run.Output, StringComparison.Ordinal);

    [Fact]
    public void Table_and_report_are_followed_by_what_to_do_next()
    {
        Assert.Equal(19, demo.Run.Output.Split(Environment.NewLine).Count(l => l.Length > 1 && char.IsAsciiDigit(l[0])));
        Assert.Contains("Open in a browser: " + Path.Combine(demo.Folder, "report.html"), demo.Run.Output, StringComparison.Ordinal);
        Assert.Contains(" simulate --hosts 20 ", demo.Run.Output, StringComparison.Ordinal);
        Assert.Contains(" status --baseline ", demo.Run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_demo_takes_the_place_of_the_first()
    {
        CliRun again = await CliRun.Of("--lang", "ja", "demo", "--hosts", "10", "--out", demo.Folder + "-again");
        CliRun third = await CliRun.Of("--lang", "ja", "demo", "--hosts", "10", "--out", demo.Folder + "-again");

        Assert.Equal((0, 0), (again.ExitCode, third.ExitCode));
        Assert.Contains("いいえ（測定による）", third.Output, StringComparison.Ordinal);
        Directory.Delete(demo.Folder + "-again", recursive: true);
    }

    [Fact]
    public async Task A_folder_with_files_of_somebody_else_is_not_written_into()
    {
        using CliFiles files = new();
        files.Write("facility.yaml", "schema: medhardening/facility/1\n");

        CliRun run = await CliRun.Of("--lang", "en", "demo", "--out", files.Folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("schema: medhardening/facility/1\n", File.ReadAllText(files.At("facility.yaml")));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_ends_with_4()
    {
        using CliFiles files = new();

        CliRun run = await CliRun.Of("--lang", "en", "demo", "--out", Path.Combine(files.Baseline, "demo"));

        Assert.Equal(4, run.ExitCode);
    }

    [Fact]
    public async Task Fewer_computers_than_the_story_needs_are_a_usage_error() =>
        Assert.Equal(2, (await CliRun.Of("demo", "--hosts", "9")).ExitCode);

    private string? Finding(string row, string computer, string check) => demo.Row(row).GetProperty("findings").EnumerateArray()
        .Single(f => f.GetProperty("subject").GetProperty("name").GetString() == computer && f.GetProperty("check").GetString() == check)
        .GetProperty("outcome").GetString();

    /// <summary>One demo for all tests of the class.</summary>
    public sealed class OneDemo : IAsyncLifetime, IDisposable
    {
        private readonly CliFiles _files = new();
        private JsonDocument? _report;

        internal CliRun Run { get; private set; } = null!;

        internal string Folder => _files.At("demo");

        public async Task InitializeAsync()
        {
            Run = await CliRun.Of("--lang", "en", "demo", "--out", Folder);
            _report = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "report.json")));
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose()
        {
            _report?.Dispose();
            _files.Dispose();
        }

        internal JsonElement Row(string key) =>
            _report!.RootElement.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("row").GetString() == key);
    }
}
