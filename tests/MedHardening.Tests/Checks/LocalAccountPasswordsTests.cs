using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class LocalAccountPasswordsTests
{
    private readonly LocalAccountPasswords _check = new();

    [Theory]
    [InlineData(true, true, true, Outcome.Pass)]
    [InlineData(false, true, true, Outcome.Fail)]
    [InlineData(true, false, true, Outcome.Fail)]
    [InlineData(true, false, false, Outcome.Pass)]
    [InlineData(false, false, false, Outcome.Fail)]
    public async Task An_enabled_account_must_have_a_password_that_expires(bool required, bool expires, bool mustExpire, Outcome expected)
    {
        FakeHost host = new FakeHost().WithAccounts(("user", "1001", false, required, expires));
        Assert.Equal(expected, (await _check.JudgeAsync(host, new LocalAccountPasswords.Settings { MustExpire = mustExpire })).Outcome);
    }

    [Fact]
    public async Task A_disabled_account_does_not_count() =>
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(new FakeHost().WithAccounts(("old", "1001", true, false, false)))).Outcome);

    [Fact]
    public async Task An_account_whose_password_may_stay_must_still_have_one()
    {
        LocalAccountPasswords.Settings settings = new() { MayStay = ["S-1-5-21-*-1001"] };
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(new FakeHost().WithAccounts(("svc", "1001", false, true, false)), settings)).Outcome);
        Assert.Equal(Outcome.Fail, (await _check.JudgeAsync(new FakeHost().WithAccounts(("svc", "1001", false, false, false)), settings)).Outcome);
    }

    [Fact]
    public async Task A_domain_controller_has_no_accounts_of_its_own() =>
        Assert.Equal(Outcome.NotApplicable, (await _check.JudgeAsync(new FakeHost().AsServer("2"))).Outcome);
}
