using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.Recording;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medhardening-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_kind_of_value_comes_back_as_it_was()
    {
        CimObject inner = FakeHost.Row("Inner", ("A", 1L));
        CimObject row = FakeHost.Row(
            "C",
            ("Null", null), ("Text", "日本語 \"'<\u0001"), ("Bool", true), ("Long", long.MinValue), ("ULong", ulong.MaxValue), ("Double", 0.1),
            ("Date", new DateTimeOffset(2025, 12, 1, 8, 30, 0, 123, TimeSpan.FromHours(9)).AddTicks(4567)),
            ("Interval", TimeSpan.FromTicks(1234567)), ("Array", new object?[] { "a", null, 2L }), ("Empty", Array.Empty<object?>()), ("Object", inner));
        CimObject other = FakeHost.Row("D", ("Text", "1.5"));
        HostRecording recording = new("PC1", new DateTimeOffset(2025, 12, 1, 9, 0, 0, TimeSpan.FromHours(9)), null, new Dictionary<string, RecordedAnswer>
        {
            ["q1"] = new([row, row, other], null),
            ["q2"] = new([], new CimFault(CimFaultKind.AccessDenied, "拒否") { Code = 0x80041003 }),
        });
        string path = SnapshotFile.PathOf(_folder, "PC1");
        SnapshotFile.Write(path, recording);
        HostRecording read = SnapshotFile.Read(path);

        Assert.Equal(recording.MeasuredAt, read.MeasuredAt);
        Assert.Equal(["C", "C", "D"], read.Answers["q1"].Rows.Select(r => r.ClassName));
        foreach ((KeyValuePair<string, object?> expected, KeyValuePair<string, object?> actual) in row.Properties.Zip(read.Answers["q1"].Rows[1].Properties))
        {
            Assert.Equal(expected.Key, actual.Key);
            Assert.Equal(expected.Value?.GetType(), actual.Value?.GetType());
            Assert.Equal(CimValue.ToText(expected.Value), CimValue.ToText(actual.Value));
        }
        CimFault fault = read.Answers["q2"].Fault!;
        Assert.Equal((CimFaultKind.AccessDenied, "拒否", 0x80041003u), (fault.Kind, fault.Message, fault.Code!.Value));
    }

    [Fact]
    public async Task Judging_the_snapshots_gives_what_the_live_run_gave()
    {
        LedgerComputer[] ledger = new[] { "GOOD", "BAD", "PARTLY", "DENIED", "OFF", "OTHER" }.Select(n => MadeUp.Computer(n)).ToArray();
        FakeTransport fleet = new((name, _) => name switch
        {
            "OFF" => throw new CimFault(CimFaultKind.ConnectionRefused, "refused"),
            "BAD" => Open(new FakeHost(name).WithService("TeamViewer", "Running", "Auto")),
            "PARTLY" => Open(MadeUp.GoodHost(name).Failing("Win32_Service", CimFaultKind.HostFault)),
            "DENIED" => Open(MadeUp.GoodHost(name).Failing("Win32_ComputerSystem", CimFaultKind.AccessDenied)),
            "OTHER" => Open(MadeUp.GoodHost("STRANGER")),
            _ => Open(MadeUp.GoodHost(name)),
        });
        ChecklistStatus live = await MadeUp.JudgeAsync(new RecordingTransport(fleet, _folder), null, MadeUp.Baseline("RpcSs", "EventLog"), ledger);
        ChecklistStatus again = await MadeUp.JudgeAsync(new SnapshotTransport(_folder), null, MadeUp.Baseline("RpcSs", "EventLog"), ledger);

        Assert.Equal(Facts(live), Facts(again));
        Assert.Equal(ledger.Select(c => c.Name.ToLowerInvariant()).Order(), new SnapshotTransport(_folder).Hosts);
    }

    [Fact]
    public async Task A_question_that_was_never_asked_is_unknown_and_no_pass()
    {
        FakeTransport fleet = new((name, _) => Open(MadeUp.GoodHost(name)));
        await MadeUp.Run(new RecordingTransport(fleet, _folder)).RunAsync(
            new StatusRequest(MadeUp.Baseline("*"), MadeUp.Profile, null, [MadeUp.Computer("PC1")], MadeUp.AsOf) { Items = ["removable-storage"] },
            _ => { }, CancellationToken.None);
        ChecklistStatus again = await MadeUp.JudgeAsync(new SnapshotTransport(_folder), null, MadeUp.Baseline("*"), MadeUp.Computer("PC1"), MadeUp.Computer("PC2"));
        CheckResult services = again.Results.Single(r => r.Check.Id == "approved-services");
        Assert.Equal((Outcome.Unknown, "NotRecorded"), (services.Outcome, services.Verdict.Reason));
        Assert.Equal((ComputerOutcome.NotAttempted, "NotRecorded"), (again.Computers[1].Outcome, again.Computers[1].Reason));
    }

    [Fact]
    public async Task Collecting_all_answers_what_another_run_may_ask()
    {
        FakeTransport fleet = new((name, _) => Open(MadeUp.GoodHost(name)));
        ChecklistStatus live = await MadeUp.Run(new RecordingTransport(fleet, _folder)).RunAsync(
            new StatusRequest(MadeUp.Baseline(), MadeUp.Profile, null, [MadeUp.Computer("PC1")], MadeUp.AsOf) { Items = ["removable-storage"], CollectAll = true },
            _ => { }, CancellationToken.None);
        Assert.DoesNotContain(live.Results, r => r.Check.Id == "approved-services");
        ChecklistStatus again = await MadeUp.JudgeAsync(new SnapshotTransport(_folder), null, MadeUp.Baseline("RpcSs"), MadeUp.Computer("PC1"));
        CheckResult services = again.Results.Single(r => r.Check.Id == "approved-services");
        Assert.Equal((Outcome.Fail, "EventLog (Running, Auto)"), (services.Outcome, services.Deciding!.Actual));
    }

    [Theory]
    [InlineData(10)] // in the version
    [InlineData(40)] // in the hash
    [InlineData(200)] // in the data
    [InlineData(-1)] // cut off
    public async Task A_changed_snapshot_is_refused(int at)
    {
        await RecordAsync("PC1");
        string path = SnapshotFile.PathOf(_folder, "PC1");
        byte[] bytes = await File.ReadAllBytesAsync(path);
        if (at < 0)
            bytes = bytes[..^10];
        else
            bytes[at] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.Equal(CimFaultKind.Protocol, Assert.Throws<CimFault>(() => SnapshotFile.Read(path)).Kind);
    }

    [Fact]
    public async Task A_snapshot_under_another_name_is_refused()
    {
        await RecordAsync("PC1");
        File.Move(SnapshotFile.PathOf(_folder, "PC1"), SnapshotFile.PathOf(_folder, "PC2"));
        await Assert.ThrowsAsync<CimFault>(() => new SnapshotTransport(_folder).OpenAsync(new CimTarget("PC2"), CancellationToken.None));
    }

    [Fact]
    public async Task Only_the_user_may_read_a_snapshot()
    {
        await RecordAsync("PC1");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SnapshotFile.PathOf(_folder, "PC1")));
    }

    [Fact]
    public async Task A_run_that_was_stopped_keeps_the_older_snapshot()
    {
        await RecordAsync("PC1");
        byte[] before = await File.ReadAllBytesAsync(SnapshotFile.PathOf(_folder, "PC1"));
        using CancellationTokenSource stop = new();
        FakeTransport fleet = new((name, _) =>
        {
            stop.Cancel(); // before the first question
            return Open(new FakeHost(name));
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MadeUp.Run(new RecordingTransport(fleet, _folder)).RunAsync(
            new StatusRequest(MadeUp.Baseline("*"), MadeUp.Profile, null, [MadeUp.Computer("PC1")], MadeUp.AsOf), _ => { }, stop.Token));
        Assert.Equal(before, await File.ReadAllBytesAsync(SnapshotFile.PathOf(_folder, "PC1")));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_per_host_and_measures_all_the_same()
    {
        RecordingTransport transport = new(new FakeTransport((name, _) => Open(MadeUp.GoodHost(name))), Path.Combine(_folder, "missing"));
        ChecklistStatus status = await MadeUp.JudgeAsync(transport, null, MadeUp.Baseline("*"), MadeUp.Computer("PC1"));
        Assert.Equal(ComputerOutcome.Measured, status.Computers[0].Outcome);
        Assert.Equal("PC1", Assert.Single(transport.Failures).Key);
    }

    private Task<ChecklistStatus> RecordAsync(string host) => MadeUp.JudgeAsync(
        new RecordingTransport(new FakeTransport((name, _) => Open(MadeUp.GoodHost(name))), _folder), null, MadeUp.Baseline("*"), MadeUp.Computer(host));

    private static Task<ICimSession> Open(FakeHost host) => Task.FromResult<ICimSession>(host);

    private static string Facts(ChecklistStatus status) => string.Join("\n",
    [
        .. status.Rows.Select(r => $"{r.Row.Key} {r.Proposal} {r.Coverage}"),
        .. status.Computers.Select(c => $"{c.Computer.Name} {c.Outcome} {c.Reason} {c.Detail} {c.Identity}"),
        .. status.Results.Select(r => $"{r.Subject.Name} {r.Check.Id} {r.Outcome} {r.Verdict.Reason} {string.Join(";", r.Verdict.Evidence)}"),
    ]);
}
