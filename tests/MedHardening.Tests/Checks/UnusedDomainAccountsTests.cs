using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class UnusedDomainAccountsTests
{
    private static readonly string s_sid = FixedDirectory.Sid + "-1101";

    // 90 days and 14 days of lag before 2025-12-01: 2025-08-19 is the first day that may still be used.
    [Theory]
    [InlineData(104, Outcome.Pass)]
    [InlineData(105, Outcome.Fail)]
    public async Task An_account_is_unused_when_even_the_lag_of_the_record_cannot_explain_it(int daysAgo, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(With(("lastLogonTimestamp", FixedDirectory.Time(MadeUp.AsOf.AddDays(-daysAgo)))))).Outcome);

    [Fact]
    public async Task The_finding_tells_the_account_the_day_and_the_limit()
    {
        Evidence evidence = Assert.Single((await JudgeAsync(With(("lastLogonTimestamp", FixedDirectory.Time(new(2025, 1, 31)))))).Evidence);
        Assert.Equal(
            ("nurse (S-1-5-21-1-2-3-1101) lastLogonTimestamp", "2025-08-19", "2025-01-31"), (evidence.Source, evidence.Expected, evidence.Actual));
    }

    [Theory]
    [InlineData("20250701000000.0Z", Outcome.Fail)]
    [InlineData("20251115000000.0Z", Outcome.Pass)]
    [InlineData("long ago", Outcome.Unknown)]
    public async Task Who_never_signed_in_counts_from_the_day_of_the_account(string created, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(With(("whenCreated", created), ("lastLogonTimestamp", "0")))).Outcome);

    [Theory]
    [InlineData("userAccountControl", "514", Outcome.Pass)] // disabled
    [InlineData("userAccountControl", "66048", Outcome.Fail)] // its password never expires
    [InlineData("userAccountControl", "?", Outcome.Unknown)]
    [InlineData("accountExpires", "133000000000000000", Outcome.Pass)] // expired in 2022
    [InlineData("accountExpires", "0", Outcome.Fail)] // never expires, in one of two spellings
    [InlineData("accountExpires", "9223372036854775807", Outcome.Fail)]
    public async Task An_account_that_nobody_can_use_is_not_left_open(string attribute, string value, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(With(("lastLogonTimestamp", FixedDirectory.Time(new(2024, 1, 1))), (attribute, value)))).Outcome);

    [Theory]
    [InlineData("512", Outcome.Fail)]
    [InlineData("66082", Outcome.Pass)] // as Windows delivers it: disabled
    public async Task Guest_is_disabled_whatever_it_is_called(string control, Outcome expected) => Assert.Equal(expected, (await JudgeAsync(
        new FixedDirectory().WithUser("来客", FixedDirectory.Sid + "-501", ("userAccountControl", control), ("lastLogonTimestamp", FixedDirectory.Time(MadeUp.AsOf))))).Outcome);

    [Fact]
    public async Task An_approved_account_may_lie_unused()
    {
        FixedDirectory domain = With(("lastLogonTimestamp", FixedDirectory.Time(new(2024, 1, 1))));
        Assert.Equal(Outcome.Pass, (await JudgeAsync(domain, "NURSE")).Outcome);
        Assert.Equal(Outcome.Pass, (await JudgeAsync(domain, s_sid)).Outcome);
    }

    private static FixedDirectory With(params (string, string)[] attributes) => new FixedDirectory().WithUser("nurse", s_sid, attributes);

    private static Task<Verdict> JudgeAsync(FixedDirectory domain, params string[] approved) =>
        domain.JudgeAsync(new UnusedDomainAccounts(), new UnusedDomainAccounts.Settings { Approved = approved });
}
