using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class UnusedLocalAccountsTests
{
    private readonly UnusedLocalAccounts _check = new();

    [Theory]
    [InlineData("2025-11-30T08:00:00+09:00", Outcome.Pass)]
    [InlineData("2025-09-02T08:00:00+09:00", Outcome.Pass)] // 90 days before 2025-12-01
    [InlineData("2025-09-01T08:00:00+09:00", Outcome.Fail)]
    [InlineData(null, Outcome.Unknown)] // never, or over the network only
    public async Task An_enabled_account_is_judged_by_its_last_sign_in(string? last, Outcome expected) =>
        Assert.Equal(expected, (await _check.JudgeAsync(Host(last))).Outcome);

    [Fact]
    public async Task A_disabled_account_and_a_kept_one_do_not_count()
    {
        FakeHost host = new FakeHost().WithAccounts(("old", "1001", true, true, true), ("emergency", "1002", false, true, true), Guest(true))
            .WithNo("Win32_NetworkLoginProfile");
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(host, new UnusedLocalAccounts.Settings { Kept = ["emerg*"] })).Outcome);
        Assert.Equal(Outcome.Unknown, (await _check.JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task Guest_must_be_off_whatever_it_is_called()
    {
        FakeHost host = new FakeHost().WithAccounts(("Gast", "501", false, false, false)).WithNo("Win32_NetworkLoginProfile");
        Assert.Equal(Outcome.Fail, (await _check.JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task A_profile_of_the_same_name_in_a_domain_is_another_account()
    {
        FakeHost host = new FakeHost().WithAccounts(("user", "1001", false, true, true), Guest(true))
            .WithRow("Win32_NetworkLoginProfile", ("Name", @"MED\user"), ("LastLogon", "2025-11-30T08:00:00+09:00"));
        Assert.Equal(Outcome.Unknown, (await _check.JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task A_domain_controller_has_no_accounts_of_its_own() =>
        Assert.Equal(Outcome.NotApplicable, (await _check.JudgeAsync(new FakeHost().AsServer("2"))).Outcome);

    [Fact]
    public async Task A_list_without_the_built_in_administrator_is_a_fault()
    {
        FakeHost host = new FakeHost().WithNo("Win32_UserAccount").WithNo("Win32_NetworkLoginProfile");
        Assert.Equal(CimFaultKind.AccessDenied, (await Assert.ThrowsAsync<CimFault>(() => _check.JudgeAsync(host))).Kind);
    }

    private static FakeHost Host(string? last) => new FakeHost().WithAccounts(("user", "1001", false, true, true), Guest(true))
        .WithRow("Win32_NetworkLoginProfile", ("Name", @"PC1\user"), ("LastLogon", last));

    private static (string, string, bool, bool, bool) Guest(bool disabled) => ("Guest", "501", disabled, false, false);
}
