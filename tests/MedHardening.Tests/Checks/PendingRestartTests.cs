using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class PendingRestartTests
{
    private const string Servicing = @"SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing";
    private const string Updates = @"SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update";

    [Theory]
    [InlineData(Servicing + @"\Packages", Outcome.Pass)]
    [InlineData(Servicing + @"\RebootPending", Outcome.Fail)]
    [InlineData(Updates + @"\Results", Outcome.Pass)]
    [InlineData(Updates + @"\RebootRequired", Outcome.Fail)]
    public async Task The_keys_exist_only_while_a_restart_is_due(string key, Outcome expected) =>
        Assert.Equal(expected, (await new PendingRestart().JudgeAsync(new FakeHost().With(key))).Outcome);

    [Fact]
    public async Task A_key_that_may_not_be_read_is_a_fault() =>
        await Assert.ThrowsAsync<CimFault>(() => new PendingRestart().JudgeAsync(new FakeHost().Failing(Updates, CimFaultKind.AccessDenied)));
}
