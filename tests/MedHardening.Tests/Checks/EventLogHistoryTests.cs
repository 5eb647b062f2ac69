using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class EventLogHistoryTests
{
    private readonly EventLogHistory _check = new();

    [Theory]
    [InlineData("2025-11-01T08:00:00+09:00", Outcome.Pass)] // 30 days before 2025-12-01
    [InlineData("2025-11-02T08:00:00+09:00", Outcome.Fail)]
    public async Task The_oldest_record_is_found_by_its_number(string oldest, Outcome expected)
    {
        // 5000 records up to number 9000: the oldest is 4001, and the one asked for a hundred later.
        FakeHost host = Log("5000").WithRow("Win32_NTLogEvent", ("RecordNumber", "9000"), ("TimeGenerated", "2025-12-01T08:59:00+09:00"))
            .WithRow("Win32_NTLogEvent", ("RecordNumber", "4101"), ("TimeGenerated", oldest));
        Assert.Equal(expected, (await _check.JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task A_log_that_shows_no_record_is_not_understood()
    {
        Assert.Equal("NoRecordSeen", (await _check.JudgeAsync(Log("5000").WithNo("Win32_NTLogEvent"))).Reason);
        FakeHost odd = Log("5000").WithRow("Win32_NTLogEvent", ("RecordNumber", "9000"), ("TimeGenerated", "2025-12-01T08:59:00+09:00"));
        Assert.Equal("NoRecordSeen", (await _check.JudgeAsync(odd)).Reason);
    }

    [Fact]
    public async Task A_list_without_the_security_log_is_a_missing_right()
    {
        FakeHost host = new FakeHost().WithRow("Win32_NTEventlogFile", ("LogfileName", "System"), ("NumberOfRecords", "10"));
        Assert.Equal("AccessDenied", (await _check.JudgeAsync(host)).Reason);
    }

    private static FakeHost Log(string records) =>
        new FakeHost().WithRow("Win32_NTEventlogFile", ("LogfileName", "Security"), ("NumberOfRecords", records));
}
