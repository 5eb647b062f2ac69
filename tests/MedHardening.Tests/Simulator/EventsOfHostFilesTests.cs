using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>
/// Events of the carried hosts. The strings of an event stand in the order of its manifest (github.com/OTRF/OSSEM-DD,
/// windows/etw-providers); 4624 has four layouts.
/// </summary>
public class EventsOfHostFilesTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    [Theory]
    [InlineData("01-good-client-ja", 28)] // since Windows 11 24H2 one more, RemoteCredentialGuard
    [InlineData("05-hospital-client-ja", 27)]
    [InlineData("08-good-server-ja", 27)]
    public async Task A_sign_in_has_as_many_strings_as_its_Windows_writes(string sample, int count) =>
        Assert.All(await EventsAsync(sample, "EventCode = 4624"), e => Assert.Equal(count, e.Strings("InsertionStrings").Count));

    [Fact]
    public async Task An_event_is_typed_as_documented()
    {
        CimObject failure = (await EventsAsync("01-good-client-ja", "EventCode = 4625 AND EventType = 5"))
            .Single(e => e.Strings("InsertionStrings")[19] == "192.168.10.77");

        Assert.Equal(("Security", 4625u, 4625u, 12544u), (
            failure.String("Logfile"), failure.UInt32("EventCode"), failure.UInt32("EventIdentifier"), failure.UInt32("Category")));
        Assert.Equal(21, failure.Strings("InsertionStrings").Count);
        Assert.Equal(("admin", "0xc0000064", "3"), (
            failure.Strings("InsertionStrings")[5], failure.Strings("InsertionStrings")[9], failure.Strings("InsertionStrings")[10]));
        Assert.Equal(new DateTime(2026, 11, 18, 3, 41, 7), TrimToSecond(failure.DateTime("TimeGenerated")!.Value.UtcDateTime));
        Assert.Equal(("失敗の監査", "ログオン"), (failure.String("Type"), failure.String("CategoryString")));
        Assert.Equal(carried.Host("01-good-client-ja").Name + ".hospital.example", failure.String("ComputerName"));
    }

    [Fact]
    public async Task Somebody_guessed_his_way_into_the_un_hardened_client_and_let_himself_back_in()
    {
        IReadOnlyList<CimObject> night = await EventsAsync(
            "05-hospital-client-ja", "TimeGenerated >= '20261119020000.000000+540' AND TimeGenerated < '20261119030000.000000+540'");
        int Count(uint code) => night.Count(e => e.UInt32("EventCode") == code);

        Assert.Equal((36, 1, 1, 1, 1, 1), (Count(4625), Count(4624), Count(4720), Count(4732), Count(7045), Count(104)));
        CimObject member = night.Single(e => e.UInt32("EventCode") == 4732);
        Assert.Equal("S-1-5-32-544", member.Strings("InsertionStrings")[4]);
        Assert.Equal(1073748869u, night.Single(e => e.UInt32("EventCode") == 7045).UInt32("EventIdentifier"));
    }

    [Fact]
    public async Task Numbers_of_records_rise_with_the_time_in_each_log()
    {
        foreach (IGrouping<string?, CimObject> log in (await EventsAsync("08-good-server-ja", "RecordNumber > 0")).GroupBy(e => e.String("Logfile")))
        {
            CimObject[] rows = log.OrderBy(e => e.UInt32("RecordNumber")).ToArray();
            Assert.Equal(rows.Select(e => e.DateTime("TimeGenerated")), rows.Select(e => e.DateTime("TimeGenerated")).Order());
            Assert.Equal(rows.Length, rows.Select(e => e.UInt32("RecordNumber")).Distinct().Count());
        }
    }

    [Fact]
    public async Task An_account_with_few_rights_sees_no_event() => Assert.Empty(await EventsAsync("11-few-rights-ja", "RecordNumber > 0"));

    private Task<IReadOnlyList<CimObject>> EventsAsync(string sample, string where) =>
        carried.RowsAsync(sample, "root/cimv2", "Win32_NTLogEvent", null, " WHERE " + where);

    private static DateTime TrimToSecond(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond));
}
