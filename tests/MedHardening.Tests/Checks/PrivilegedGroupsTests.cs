using System.Linq;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Domains;
using MedHardening.Domains.Ldap;
using MedHardening.Tests.Domains;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class PrivilegedGroupsTests
{
    private static readonly string s_user = FixedDirectory.Sid + "-1101";

    [Theory]
    [InlineData("chief", Outcome.Pass)]
    [InlineData("CHIEF", Outcome.Pass)]
    [InlineData("S-1-5-21-1-2-3-1101", Outcome.Pass)]
    [InlineData("somebody", Outcome.Fail)]
    public async Task A_member_is_approved_by_name_or_identifier(string approved, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(Domain().WithGroup("Domain Admins", FixedDirectory.Sid + "-512", "Administrator", "chief"), approved)).Outcome);

    [Fact]
    public async Task The_finding_names_group_and_account_by_their_identifiers()
    {
        Verdict verdict = await JudgeAsync(Domain().WithGroup("Backup Operators", "S-1-5-32-551", "chief"), "nobody");
        Evidence evidence = Assert.Single(verdict.Evidence);
        Assert.Equal(("Backup Operators (S-1-5-32-551)", "chief (S-1-5-21-1-2-3-1101)"), (evidence.Source, evidence.Actual));
    }

    [Fact]
    public async Task Members_of_groups_in_groups_count_and_circles_end()
    {
        FixedDirectory domain = Domain()
            .WithGroup("Domain Admins", FixedDirectory.Sid + "-512", "Administrator", "outer")
            .WithGroup("outer", FixedDirectory.Sid + "-1200", "inner")
            .WithGroup("inner", FixedDirectory.Sid + "-1201", "outer", "chief");
        Assert.Equal(Outcome.Fail, (await JudgeAsync(domain, "nobody")).Outcome);
        Assert.Equal(Outcome.Pass, (await JudgeAsync(domain, "chief")).Outcome);
    }

    [Fact]
    public async Task Who_has_the_group_as_primary_group_is_a_member_though_the_group_does_not_list_it()
    {
        FixedDirectory domain = new FixedDirectory().WithUser("chief", s_user, ("primaryGroupID", "512"));
        Assert.Equal(Outcome.Fail, (await JudgeAsync(domain, "nobody")).Outcome);
    }

    [Fact]
    public async Task A_member_of_another_domain_is_neither_approved_nor_refuted()
    {
        Verdict verdict = await JudgeAsync(
            Domain().WithGroup("Administrators", "S-1-5-32-544", "Administrator", "CN=Enterprise Admins,CN=Users,DC=root,DC=example"), "chief");
        Assert.Equal((Outcome.Unknown, "MemberOfAnotherDomain"), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public async Task A_group_whose_members_cannot_be_seen_proves_nothing()
    {
        FixedDirectory domain = new FixedDirectory().WithGroup("Administrators", "S-1-5-32-544");
        Assert.Equal(CimFaultKind.AccessDenied, (await Assert.ThrowsAsync<CimFault>(() => JudgeAsync(domain, "chief"))).Kind);
        Assert.Equal(CimFaultKind.AccessDenied, (await Assert.ThrowsAsync<CimFault>(() => JudgeAsync(new FixedDirectory().Without("Domain Admins"), "chief"))).Kind);
    }

    [Fact]
    public async Task A_baseline_without_a_list_proves_nothing() =>
        Assert.Equal("BaselineSilent", (await JudgeAsync(Domain())).Reason);

    private static FixedDirectory Domain() => new FixedDirectory().WithUser("chief", s_user);

    private static Task<Verdict> JudgeAsync(FixedDirectory domain, params string[] approved) =>
        domain.JudgeAsync(new PrivilegedGroups(), new PrivilegedGroups.Settings { Approved = approved });
}

[Collection(SambaCollection.Name)]
public class PrivilegedGroupsOfSambaTests(SambaDomain domain)
{
    [SambaFact]
    public async Task A_real_directory_is_judged_through_a_nested_group()
    {
        domain.Add("""
            dn: CN=priv-nested,CN=Users,DC=med,DC=test
            objectClass: user
            sAMAccountName: priv-nested
            userAccountControl: 514

            dn: CN=priv-group,CN=Users,DC=med,DC=test
            objectClass: group
            sAMAccountName: priv-group
            member: CN=priv-nested,CN=Users,DC=med,DC=test

            dn: CN=Server Operators,CN=Builtin,DC=med,DC=test
            changetype: modify
            add: member
            member: CN=priv-group,CN=Users,DC=med,DC=test

            """);
        domain.SignIn(SambaDomain.Administrator);
        using LdapDirectory directory = new(new DirectoryTarget(SambaDomain.Name) { Server = domain.Address });
        Assert.Equal(["Server Operators (S-1-5-32-549)"], (await JudgeAsync(directory, "nobody")).Evidence.Select(e => e.Source));
        Assert.Equal(Outcome.Pass, (await JudgeAsync(directory, "priv-nested")).Outcome);
    }

    private static Task<Verdict> JudgeAsync(LdapDirectory directory, params string[] approved)
    {
        DomainCheck check = new PrivilegedGroups();
        return check.EvaluateAsync(new DomainView(directory, MadeUp.AsOf), new PrivilegedGroups.Settings { Approved = approved }, default);
    }
}
