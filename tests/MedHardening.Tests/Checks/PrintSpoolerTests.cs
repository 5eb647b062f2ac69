using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class PrintSpoolerTests
{
    [Theory]
    [InlineData("Running", "Auto", false, Outcome.Fail)]
    [InlineData("Stopped", "Auto", false, Outcome.Fail)]
    [InlineData("Stopped", "Disabled", false, Outcome.Pass)]
    [InlineData("Unknown", "Unknown", false, Outcome.Unknown)]
    [InlineData("Running", "Auto", true, Outcome.Pass)]
    public async Task It_is_off_on_servers_that_do_not_print(string state, string startMode, bool prints, Outcome expected) => Assert.Equal(
        expected,
        (await new PrintSpooler().JudgeAsync(new FakeHost().AsServer().WithService("Spooler", state, startMode), new PrintSpooler.Settings { Prints = prints })).Outcome);

    [Fact]
    public async Task A_server_without_the_service_passes() =>
        Assert.Equal(Outcome.Pass, (await new PrintSpooler().JudgeAsync(new FakeHost().AsServer())).Outcome);

    [Fact]
    public async Task A_Windows_11_that_serves_a_clinic_may_print() => Assert.Equal(
        Outcome.NotApplicable, (await new PrintSpooler().JudgeAsync(new FakeHost().WithService("Spooler", "Running", "Auto"))).Outcome);
}
