using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Passwords;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Passwords;

/// <summary>Which policy holds for whom, by MS-ADTS §3.1.1.4.5.36; expected by hand.</summary>
public class DomainPasswordsTests
{
    private const string Head = "(objectClass=domainDNS)";
    private const string Pso = "(objectClass=msDS-PasswordSettings)";
    private const string Group = "(&(objectCategory=group)";
    private const string User = "(&(objectCategory=person)";
    // The first three parts of a GUID are stored with the low byte first, so that these two change places.
    private const string Smaller = "01000000-0000-0000-0000-000000000000";
    private const string Larger = "00000001-0000-0000-0000-000000000000";

    private static readonly DateTime s_asOf = new(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_policy_for_the_account_goes_before_a_better_one_for_its_group() =>
        Assert.Equal("Own", await PolicyOf(Domain()
            .With(Pso, "CN=Own", ("cn", "Own"), ("msDS-PasswordSettingsPrecedence", "99"), ("msDS-PSOAppliesTo", "CN=taro"))
            .With(Pso, "CN=Staff", ("cn", "Staff"), ("msDS-PasswordSettingsPrecedence", "1"), ("msDS-PSOAppliesTo", "CN=staff"))
            .With(Group, "CN=staff", ("objectSid", "S-1-5-21-1-2-3-1200"))
            .With(User, "CN=taro", ("sAMAccountName", "taro"), ("objectSid", "S-1-5-21-1-2-3-1001"), ("memberOf", "cn=STAFF"))));

    [Fact]
    public async Task Groups_in_groups_count_and_so_does_the_primary_group() =>
        Assert.Equal("Doctors", await PolicyOf(Domain()
            .With(Pso, "CN=Doctors", ("cn", "Doctors"), ("msDS-PasswordSettingsPrecedence", "5"), ("msDS-PSOAppliesTo", "CN=all"))
            .With(Pso, "CN=Everyone", ("cn", "Everyone"), ("msDS-PasswordSettingsPrecedence", "9"), ("msDS-PSOAppliesTo", "CN=Domain Users"))
            .With(Group, "CN=all", ("objectSid", "S-1-5-21-1-2-3-1200"))
            .With(Group, "CN=ward", ("objectSid", "S-1-5-21-1-2-3-1201"), ("memberOf", "CN=all\nCN=outside"))
            .With(Group, "CN=Domain Users", ("objectSid", "S-1-5-21-1-2-3-513"))
            .With(User, "CN=taro", ("sAMAccountName", "taro"), ("objectSid", "S-1-5-21-1-2-3-1001"), ("memberOf", "CN=ward"), ("primaryGroupID", "513"))));

    [Fact]
    public async Task Groups_that_are_in_each_other_come_to_an_end() =>
        Assert.Equal("hospital.example", await PolicyOf(Domain()
            .With(Group, "CN=a", ("memberOf", "CN=b"))
            .With(Group, "CN=b", ("memberOf", "CN=a"))
            .With(User, "CN=taro", ("sAMAccountName", "taro"), ("objectSid", "S-1-5-21-1-2-3-1001"), ("memberOf", "CN=a"))));

    [Fact]
    public async Task Of_equal_precedence_the_smallest_stored_GUID_wins() =>
        Assert.Equal("First", await PolicyOf(Domain()
            .With(Pso, "CN=Second", ("cn", "Second"), ("objectGUID", Larger), ("msDS-PasswordSettingsPrecedence", "5"), ("msDS-PSOAppliesTo", "CN=taro"))
            .With(Pso, "CN=First", ("cn", "First"), ("objectGUID", Smaller), ("msDS-PasswordSettingsPrecedence", "5"), ("msDS-PSOAppliesTo", "CN=taro"))
            .With(User, "CN=taro", ("sAMAccountName", "taro"), ("objectSid", "S-1-5-21-1-2-3-1001"))));

    [Fact]
    public async Task Flags_of_an_account_override_its_policy()
    {
        DomainPasswords passwords = await ReadAsync(Domain()
            .With(User, "CN=a", ("sAMAccountName", "a"), ("userAccountControl", "66080"), ("objectSid", "S-1-5-21-1-2-3-1001")) // 0x10220
            .With(User, "CN=b", ("sAMAccountName", "b"), ("userAccountControl", "262784"), ("objectSid", "S-1-5-21-1-2-3-1002")) // 0x40280
            .With(User, "CN=c", ("sAMAccountName", "c"), ("userAccountControl", "512"), ("objectSid", "S-1-5-21-1-2-3-1003"))
            .With(User, "CN=d", ("sAMAccountName", "d"), ("userAccountControl", "512"), ("objectSid", "S-1-5-21-1-2-3-1004")));
        Assert.Equal(
            [
                (AccountFlags.None, "c d", 8L, "42", null, false),
                (AccountFlags.PasswordNotRequired | AccountFlags.PasswordNeverExpires, "a", 0L, "never", null, false),
                (AccountFlags.ReversibleEncryption | AccountFlags.SmartCardRequired, "b", 8L, "42", true, true),
            ],
            passwords.Classes.Select(c => (c.Flags, string.Join(" ", c.Accounts), c.Policy.MinimumLength!.Value, c.Policy.MaximumAge.ToString()!,
                c.Policy.SecondFactor, c.Policy.ReversibleEncryption!.Value)));
    }

    [Fact]
    public async Task Passwords_that_are_older_than_their_policy_allows_are_counted()
    {
        DomainPasswords passwords = await ReadAsync(Domain()
            .With(User, "CN=a", ("sAMAccountName", "a"), ("pwdLastSet", FileTime(s_asOf.AddDays(-43))))
            .With(User, "CN=b", ("sAMAccountName", "b"), ("pwdLastSet", FileTime(s_asOf.AddDays(-42))))
            .With(User, "CN=c", ("sAMAccountName", "c"), ("pwdLastSet", "0")) // must be changed at the next sign-in
            .With(User, "CN=d", ("sAMAccountName", "d"), ("pwdLastSet", "9223372036854775807"))
            .With(User, "CN=e", ("sAMAccountName", "e"), ("pwdLastSet", "abc")));
        Assert.Equal(1, Assert.Single(passwords.Classes).Overdue);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Whoever_may_not_see_password_settings_objects_is_told_so(bool rights, bool readable)
    {
        FakeDirectory directory = Domain();
        if (rights)
            directory.With("(objectClass=msDS-PasswordSettingsContainer)", "CN=Password Settings Container", ("allowedChildClassesEffective", "msDS-PasswordSettings"));
        Assert.Equal(readable, (await ReadAsync(directory)).FineGrainedReadable);
    }

    [Fact]
    public async Task Numbers_that_are_none_are_not_known_and_never_stay_never()
    {
        PasswordPolicy policy = (await ReadAsync(new FakeDirectory().With(
            Head, "DC=hospital", ("minPwdLength", "many"), ("maxPwdAge", "-9223372036854775808"), ("lockoutDuration", "-9223372036854775808"), ("minPwdAge", "1")))).Domain;
        Assert.Equal((null, true, true, null, null), (policy.MinimumLength, policy.MaximumAge!.Value.IsForever, policy.LockoutDuration!.Value.IsForever, policy.MinimumAge, policy.Complexity));
    }

    private static FakeDirectory Domain() => new FakeDirectory().With(
        Head,
        "DC=hospital,DC=example",
        ("minPwdLength", "8"), ("maxPwdAge", "-36288000000000"), ("minPwdAge", "-864000000000"), ("pwdHistoryLength", "24"),
        ("lockoutThreshold", "0"), ("lockoutDuration", "-18000000000"), ("pwdProperties", "1"), ("msDS-Behavior-Version", "7"));

    private static Task<DomainPasswords> ReadAsync(FakeDirectory directory) => DomainPasswords.ReadAsync(directory, s_asOf, CancellationToken.None);

    private static async Task<string> PolicyOf(FakeDirectory directory) => Assert.Single((await ReadAsync(directory)).Classes).Policy.Source.Name;

    private static string FileTime(DateTime time) => time.ToFileTimeUtc().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
