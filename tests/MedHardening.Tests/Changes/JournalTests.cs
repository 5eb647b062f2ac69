using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Changes;
using MedHardening.Checklist;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Changes;

public class JournalTests
{
    [Fact]
    public async Task Who_when_where_and_every_old_value_are_in_it_and_only_the_user_can_read_it()
    {
        await using Ward ward = await Ward.OpenAsync();
        string folder = Path.Combine(ward.Folder, "made", "for", "it");
        IReadOnlyList<HostPlan> plans = await ward.PlanAsync(WardPlanner.Everything);
        JournalHeader header = JournalHeader.Now("Set-MedBaseline -Item 2-11", new BaselineReference("b.yaml", "abc"));
        using (Journal journal = Journal.Create(folder, header))
        {
            await ward.Run(WardPlanner.Everything).ApplyAsync(plans, journal, _ => { }, CancellationToken.None);
            Assert.Equal(RunState.Running, JournalReader.Read(journal.Path).State);
        }

        string path = Directory.EnumerateFiles(folder).Single();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        JournalledRun run = JournalReader.Read(path);
        Assert.Equal(header, run.Header);
        Assert.Contains(Environment.UserName, run.Header.By);
        Assert.Equal(RunState.Complete, run.State);
        JournalledHost host = Assert.Single(run.Hosts);
        Assert.Equal(("WARD-1", ward.Ledger[0].Address, "WARD-1"), (host.Computer.Name, host.Computer.Address, host.OwnName));
        Assert.Equal(plans[0].Changes.Select(c => c.ToString()), host.Changes.Select(c => c.ToString()));
        Assert.Equal(ChangeOutcome.Verified, host.Outcome);
    }

    [Fact]
    public async Task The_old_values_are_in_the_file_when_the_first_write_arrives()
    {
        await using Ward ward = await Ward.OpenAsync();
        JournalledRun? seen = null;
        ward.Host.Writes.Before = _ => seen ??= JournalReader.Read(ward.Journal);
        await ward.ChangeAsync(WardPlanner.Everything);
        Assert.Equal(5, Assert.Single(seen!.Hosts).Changes.Count);
        Assert.True(seen.Hosts[0].HasBegun);
    }

    [Fact]
    public async Task A_run_that_died_between_two_computers_is_interrupted_though_none_is_half_changed()
    {
        await using Ward ward = await Ward.OpenAsync(2);
        await ward.ChangeAsync(WardPlanner.Everything, Ward.Options with { ThrottleLimit = 1 });
        string[] lines = File.ReadAllLines(ward.Journal);
        int end = Array.FindIndex(lines, l => l.Contains("\"ended\"", StringComparison.Ordinal));
        File.WriteAllLines(ward.Journal, lines[..(end + 1)]);
        Assert.Equal(RunState.Interrupted, JournalReader.Read(ward.Journal).State);
        Assert.Equal("WARD-1", Assert.Single(await ward.UndoAsync()).Computer.Name);
        Assert.Equal(RunState.Undone, JournalReader.Read(ward.Journal).State);
    }

    [Fact]
    public async Task However_much_of_the_end_is_torn_off_the_rest_is_read_and_taking_back_goes_on()
    {
        await using Ward ward = await Ward.OpenAsync();
        IReadOnlyList<string> before = ward.Dump();
        await ward.ChangeAsync(WardPlanner.Everything);
        byte[] whole = File.ReadAllBytes(ward.Journal);
        int applying = System.Text.Encoding.UTF8.GetString(whole).IndexOf("\"applying\"", StringComparison.Ordinal);
        for (int length = whole.Length; length > applying + 100; length -= 37)
        {
            File.WriteAllBytes(ward.Journal, whole[..length]);
            Assert.True(JournalReader.Read(ward.Journal).Hosts[0].HasBegun);
        }
        Assert.Equal(ChangeOutcome.Undone, Assert.Single(await ward.UndoAsync()).Outcome);
        Assert.Equal(before, ward.Dump());
        Assert.Equal(RunState.Undone, JournalReader.Read(ward.Journal).State);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("hello\n", 1)]
    [InlineData("{\"schema\":\"medhardening/journal/2\"}\n", 1)]
    [InlineData("HEADER\n{\"event\":\"applying\",\"host\":\"UNPLANNED\"}\n", 2)]
    [InlineData("HEADER\n{\"event\":\"planned\",\"host\":\"A\",\"address\":\"A\",\"ownName\":\"A\",\"ownSerial\":\"\",\"changes\":[{\"kind\":\"format\"}]}\n", 2)]
    [InlineData("HEADER\n[[[[[[[[[[[[[[[[[[[[[[[[\n", 2)]
    public async Task A_file_that_is_no_journal_is_refused_with_its_line(string text, int line)
    {
        await using Ward ward = await Ward.OpenAsync();
        string path = Path.Combine(ward.Folder, "x.medjournal");
        const string header = "{\"schema\":\"medhardening/journal/1\",\"run\":\"r\",\"at\":\"2026-11-22T00:00:00+09:00\",\"by\":\"b\",\"from\":\"f\",\"command\":\"c\"}";
        File.WriteAllText(path, text.Replace("HEADER", header));
        Assert.Equal(line, Assert.Throws<InvalidFileException>(() => JournalReader.Read(path)).Faults[0].Line);
    }

    [Fact]
    public async Task A_run_that_goes_on_cannot_be_taken_back_at_the_same_time()
    {
        await using Ward ward = await Ward.OpenAsync();
        using Journal journal = Journal.Create(ward.Folder, JournalHeader.Now("test", null));
        Assert.Throws<IOException>(() => Journal.Continue(journal.Path));
    }

    [Theory]
    [InlineData(RegistryType.String, "")]
    [InlineData(RegistryType.String, "absent")]
    [InlineData(RegistryType.String, " two  spaces \n\"'\\")]
    public void Texts_of_values_are_read_back_as_they_were(RegistryType type, string data) =>
        Assert.Equal(new RegistryValue(type, data), RegistryText.Parse(RegistryText.Of(new RegistryValue(type, data))));

    [Fact]
    public void Other_values_are_read_back_as_they_were()
    {
        Assert.Null(RegistryText.Parse(RegistryText.Of(null)));
        Assert.Equal(uint.MaxValue, RegistryText.Parse("REG_DWORD 4294967295")!.Data);
        Assert.Equal(ulong.MaxValue, RegistryText.Parse("REG_QWORD 18446744073709551615")!.Data);
        Assert.Equal(new byte[] { 0, 255 }, RegistryText.Parse("REG_BINARY 00ff")!.Data);
        Assert.Equal(new[] { "a,b", "\"c\"" }, RegistryText.Parse(RegistryText.Of(new(RegistryType.MultiString, new[] { "a,b", "\"c\"" })))!.Data);
    }
}
