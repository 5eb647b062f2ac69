using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class LocalAdministratorPasswordsTests
{
    [Theory]
    [InlineData("msLAPS-PasswordExpirationTime", 10, Outcome.Pass)]
    [InlineData("ms-Mcs-AdmPwdExpirationTime", 10, Outcome.Pass)] // LAPS as it was before Windows had its own
    [InlineData("msLAPS-PasswordExpirationTime", -30, Outcome.Pass)]
    [InlineData("msLAPS-PasswordExpirationTime", -31, Outcome.Fail)]
    public async Task The_next_change_is_due_and_not_long_overdue(string attribute, int days, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync("Windows 11 Pro", 4096, (attribute, FixedDirectory.Time(MadeUp.AsOf.AddDays(days))))).Outcome);

    [Theory]
    [InlineData("Windows 11 Pro", 4096, Outcome.Fail)]
    [InlineData("Windows 11 Pro", 4098, Outcome.NotApplicable)] // disabled
    [InlineData("Windows Server 2022 Standard", 532480, Outcome.NotApplicable)] // a domain controller
    [InlineData("Mac OS X", 4096, Outcome.NotApplicable)]
    public async Task Only_computers_with_local_accounts_of_Windows_need_it(string system, int control, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(system, control)).Outcome);

    private static Task<Verdict> JudgeAsync(string system, int control, params (string, string)[] attributes) => new FixedDirectory().With(
        "PC-1",
        [("objectSid", FixedDirectory.Sid + "-1102"), ("sAMAccountName", "PC-1$"), ("operatingSystem", system), ("userAccountControl", control.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. attributes])
        .JudgeAsync(new LocalAdministratorPasswords(), new LocalAdministratorPasswords.Settings());
}
