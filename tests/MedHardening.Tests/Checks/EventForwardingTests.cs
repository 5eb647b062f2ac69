using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class EventForwardingTests
{
    private const string Key = @"SOFTWARE\Policies\Microsoft\Windows\EventLog\EventForwarding\SubscriptionManager";

    [Fact]
    public async Task A_collector_passes()
    {
        Verdict verdict = await new EventForwarding().JudgeAsync(new FakeHost().With(Key, "1", "Server=http://wec.hospital.example:5985/wsman/SubscriptionManager/WEC,Refresh=60"));
        Assert.Equal(Outcome.Pass, verdict.Outcome);
    }

    [Fact]
    public async Task No_policy_and_an_empty_one_fail()
    {
        Assert.Equal(Outcome.Fail, (await new EventForwarding().JudgeAsync(new FakeHost())).Outcome);
        Assert.Equal(Outcome.Fail, (await new EventForwarding().JudgeAsync(new FakeHost().With(Key, "1", " "))).Outcome);
    }
}
