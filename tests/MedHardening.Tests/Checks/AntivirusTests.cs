using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>productState: 0x1000 on, 0x0100 Microsoft's, 0x0010 old signatures (https://blog.idera.com/database-tools/identifying-antivirus-engine-state).</summary>
public class AntivirusTests
{
    private readonly Antivirus _check = new();

    [Theory]
    [InlineData("266240", Outcome.Pass)] // 0x041000 another product, on and current
    [InlineData("266256", Outcome.Fail)] // 0x041010 old signatures
    [InlineData("262144", Outcome.Fail)] // 0x040000 off
    [InlineData("270336", Outcome.Fail)] // 0x042000 snoozed
    [InlineData(null, Outcome.Unknown)]
    public async Task A_client_is_judged_by_what_is_registered(string? state, Outcome expected) =>
        Assert.Equal(expected, (await _check.JudgeAsync(Client(state).Failing("MSFT_MpComputerStatus", CimFaultKind.NamespaceNotFound))).Outcome);

    [Theory]
    [InlineData("true", "0", Outcome.Pass)]
    [InlineData("true", "7", Outcome.Pass)]
    [InlineData("true", "8", Outcome.Fail)]
    [InlineData("true", "4294967295", Outcome.Fail)] // never had any
    [InlineData("true", null, Outcome.Unknown)]
    [InlineData("false", "0", Outcome.Fail)]
    public async Task Defender_is_judged_by_what_it_says_too(string watches, string? age, Outcome expected) => Assert.Equal(
        expected,
        (await _check.JudgeAsync(Client("397568").WithRow("MSFT_MpComputerStatus", ("RealTimeProtectionEnabled", watches), ("AntivirusSignatureAge", age)))).Outcome);

    [Fact]
    public async Task Defender_that_is_registered_and_silent_is_not_understood() => Assert.Equal(
        Outcome.Unknown, (await _check.JudgeAsync(Client("397568").Failing("MSFT_MpComputerStatus", CimFaultKind.ClassNotFound))).Outcome);

    [Fact]
    public async Task Of_two_products_the_one_that_is_on_counts()
    {
        FakeHost host = Client("393472").WithRow("AntiVirusProduct", ("displayName", "Other"), ("productState", "266240")).WithNo("MSFT_MpComputerStatus");
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task Nothing_registered_is_not_understood() => Assert.Equal(
        Outcome.Unknown, (await _check.JudgeAsync(new FakeHost().WithNo("AntiVirusProduct").WithNo("MSFT_MpComputerStatus"))).Outcome);

    [Fact]
    public async Task A_server_has_no_Security_Center_and_is_judged_by_Defender()
    {
        FakeHost host = new FakeHost().AsServer().WithSoftware().WithRow("MSFT_MpComputerStatus", ("RealTimeProtectionEnabled", "true"), ("AntivirusSignatureAge", "1"));
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(host)).Outcome);
        Assert.DoesNotContain("AntiVirusProduct", host.Asked);
    }

    [Theory]
    [InlineData("Running", Outcome.Unknown, "SignaturesNotReadable")]
    [InlineData("Stopped", Outcome.Fail, null)]
    public async Task A_product_of_the_list_on_a_server_shows_that_it_runs_and_not_how_old_it_is(string state, Outcome expected, string? reason)
    {
        FakeHost host = new FakeHost().AsServer().WithSoftware().WithService("ekrn", state, "Auto").Failing("MSFT_MpComputerStatus", CimFaultKind.NamespaceNotFound);
        Verdict verdict = await _check.JudgeAsync(host);
        Assert.Equal((expected, reason), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public async Task A_server_on_which_nothing_is_found_may_have_a_product_that_is_not_listed()
    {
        Verdict verdict = await _check.JudgeAsync(
            new FakeHost().AsServer().WithSoftware().WithRow("MSFT_MpComputerStatus", ("RealTimeProtectionEnabled", "false")));
        Assert.Equal((Outcome.Unknown, "ProductNotListed"), (verdict.Outcome, verdict.Reason));
    }

    private static FakeHost Client(string? state) => new FakeHost().WithRow("AntiVirusProduct", ("displayName", "X"), ("productState", state));
}
