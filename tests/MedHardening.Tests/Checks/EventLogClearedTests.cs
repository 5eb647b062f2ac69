using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class EventLogClearedTests
{
    [Fact]
    public async Task No_such_event_passes() =>
        Assert.Equal(Outcome.Pass, (await new EventLogCleared().JudgeAsync(Logs("Security", "System").WithNo("Win32_NTLogEvent"))).Outcome);

    [Fact]
    public async Task An_event_fails_with_its_time()
    {
        FakeHost host = Logs("Security", "System").WithRow("Win32_NTLogEvent", ("EventCode", "1102"), ("TimeGenerated", "2025-11-19T02:31:00+09:00"));
        Verdict verdict = await new EventLogCleared().JudgeAsync(host);
        Assert.Equal(Outcome.Fail, verdict.Outcome);
        Assert.Contains(verdict.Evidence, e => e.Actual == "2025-11-19T02:31:00+09:00");
    }

    [Fact]
    public async Task Without_the_right_to_the_security_log_no_event_proves_nothing() =>
        Assert.Equal(Outcome.Unknown, (await new EventLogCleared().JudgeAsync(Logs("System").WithNo("Win32_NTLogEvent"))).Outcome);

    private static FakeHost Logs(params string[] names)
    {
        FakeHost host = new();
        foreach (string name in names)
            host.WithRow("Win32_NTEventlogFile", ("LogfileName", name));
        return host;
    }
}
