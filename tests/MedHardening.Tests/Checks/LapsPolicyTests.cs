using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class LapsPolicyTests
{
    private const string Gpo = @"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\LAPS";
    private const string Csp = @"SOFTWARE\Microsoft\Policies\LAPS";
    private const string Legacy = @"SOFTWARE\Policies\Microsoft Services\AdmPwd";

    [Theory]
    [InlineData(Gpo, "BackupDirectory", 2u, Outcome.Pass)]
    [InlineData(Gpo, "BackupDirectory", 0u, Outcome.Fail)]
    [InlineData(Csp, "BackupDirectory", 1u, Outcome.Pass)]
    [InlineData(Legacy, "AdmPwdEnabled", 1u, Outcome.Pass)]
    [InlineData(Legacy, "AdmPwdEnabled", 0u, Outcome.Fail)]
    public async Task Any_of_the_three_places_is_enough(string key, string name, uint value, Outcome expected) =>
        Assert.Equal(expected, (await new LapsPolicy().JudgeAsync(new FakeHost().With(key, name, value))).Outcome);

    [Fact]
    public async Task Without_any_policy_it_fails() => Assert.Equal(Outcome.Fail, (await new LapsPolicy().JudgeAsync(new FakeHost())).Outcome);

    [Fact]
    public async Task A_value_of_another_type_is_not_understood()
    {
        Verdict verdict = await new LapsPolicy().JudgeAsync(new FakeHost().With(Gpo, "BackupDirectory", "2"));
        Assert.Contains(verdict.Evidence, e => e.Outcome == Outcome.Unknown);
        Assert.NotEqual(Outcome.Pass, verdict.Outcome);
    }
}
