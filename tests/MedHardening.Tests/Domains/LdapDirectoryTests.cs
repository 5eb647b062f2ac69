using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Domains;
using MedHardening.Domains.Ldap;
using Xunit;

namespace MedHardening.Tests.Domains;

[Collection(SambaCollection.Name)]
public class LdapDirectoryTests(SambaDomain domain)
{
    private static readonly DirectorySearch s_head = new(null, "(objectClass=domainDNS)", ["objectSid", "minPwdLength", "dc"]);

    [SambaFact]
    public async Task A_ticket_reads_the_domain_in_pages()
    {
        domain.Add(string.Concat(Enumerable.Range(0, 1203).Select(i => $"""
            dn: CN=paged-{i},CN=Users,DC=med,DC=test
            objectClass: contact


            """)));
        domain.SignIn(SambaDomain.Administrator);
        using LdapDirectory directory = new(Target());
        IReadOnlyList<DirectoryEntry> found = await directory.SearchAsync(new(null, "(&(objectClass=contact)(cn=paged-*))", ["cn"]), CancellationToken.None);
        Assert.Equal(1203, found.Select(e => Assert.Single(e["cn"])).Distinct().Count());
    }

    [SambaFact]
    public async Task A_password_goes_inside_TLS_that_the_given_authority_vouches_for()
    {
        using LdapDirectory directory = new(Target() with { Credential = SambaDomain.Administrator, CaCertificatePath = domain.CaFile });
        DirectoryEntry head = Assert.Single(await directory.SearchAsync(s_head, CancellationToken.None));
        Assert.Equal("DC=med,DC=test", head.DistinguishedName);
        Assert.Equal(["7"], head["minPwdLength"]);
        Assert.Matches("^S-1-5-21(-[0-9]{1,10}){3}$", Assert.Single(head["objectSid"]));
    }

    [SambaFact]
    public async Task The_built_in_groups_have_the_identifiers_that_Windows_gives_them()
    {
        domain.SignIn(SambaDomain.Administrator);
        using LdapDirectory directory = new(Target());
        string sid = Assert.Single(await directory.SearchAsync(s_head, CancellationToken.None))["objectSid"][0];
        IReadOnlyList<DirectoryEntry> groups = await directory.SearchAsync(new(null, "(objectCategory=group)", ["objectSid", "cn"]), CancellationToken.None);
        Assert.Equal("Domain Admins", Assert.Single(groups, g => g["objectSid"].Contains(sid + "-512"))["cn"][0]);
        Assert.Equal("Backup Operators", Assert.Single(groups, g => g["objectSid"].Contains("S-1-5-32-551"))["cn"][0]);
    }

    [SambaFact]
    public async Task Values_that_come_in_ranges_are_put_together()
    {
        string[] members = Enumerable.Range(0, 25).Select(i => $"CN=ranged-{i},CN=Users,DC=med,DC=test").ToArray();
        domain.Add(string.Concat(members.Select(m => $"dn: {m}\nobjectClass: contact\n\n"))
            + "dn: CN=ranged,CN=Users,DC=med,DC=test\nobjectClass: group\n" + string.Concat(members.Select(m => $"member: {m}\n")));
        domain.SignIn(SambaDomain.Administrator);
        using LdapDirectory directory = new(Target());
        DirectoryEntry group = Assert.Single(await directory.SearchAsync(new(null, "(cn=ranged)", ["member;range=0-9"]), CancellationToken.None));
        Assert.Equal(members.Order(), group["member"].Order());
    }

    [SambaFact]
    public async Task An_answer_of_too_many_entries_is_a_fault_and_no_part_of_an_answer()
    {
        domain.SignIn(SambaDomain.Administrator);
        using LdapDirectory directory = new(Target()) { MostEntries = 3 };
        Assert.Equal(CimFaultKind.LimitExceeded, await KindAsync(directory, new(null, "(objectCategory=group)", ["cn"])));
    }

    [SambaFact]
    public async Task Without_a_ticket_the_fault_says_what_to_do()
    {
        domain.SignOut();
        using LdapDirectory directory = new(Target());
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => directory.SearchAsync(s_head, CancellationToken.None));
        Assert.Equal(CimFaultKind.AuthenticationFailed, fault.Kind);
        Assert.Contains("kinit", fault.Message);
    }

    [SambaFact]
    public async Task A_wrong_password_is_shown_once_and_never_told()
    {
        // Samba counts only where a threshold would lock the account.
        domain.Add("""
            dn: DC=med,DC=test
            changetype: modify
            replace: lockoutThreshold
            lockoutThreshold: 50

            dn: CN=mistyped,CN=Users,DC=med,DC=test
            objectClass: user
            sAMAccountName: mistyped
            userAccountControl: 512
            unicodePwd:: IgBSADEAZwBoAHQALQBwAGEAcwBzACEAIgA=

            """);
        NetworkCredential wrong = new("mistyped", "wr0ng-pass", "MED");
        using LdapDirectory directory = new(Target() with { Credential = wrong, CaCertificatePath = domain.CaFile });
        for (int i = 0; i < 2; i++)
        {
            CimFault fault = await Assert.ThrowsAsync<CimFault>(() => directory.SearchAsync(s_head, CancellationToken.None));
            Assert.Equal(CimFaultKind.AuthenticationFailed, fault.Kind);
            Assert.DoesNotContain(wrong.Password, fault.ToString());
        }
        Assert.Equal("1", await BadPasswordsAsync());
    }

    [SambaFact]
    public async Task A_certificate_of_an_authority_that_nobody_trusts_gets_no_password()
    {
        using LdapDirectory directory = new(Target() with { Credential = SambaDomain.Administrator });
        Assert.Equal(CimFaultKind.CertificateRejected, await KindAsync(directory, s_head));
    }

    [SambaFact]
    public async Task Another_domain_than_the_one_that_was_meant_is_not_read()
    {
        domain.SignIn(SambaDomain.Administrator);
        using LdapDirectory directory = new(Target() with { Domain = "other.test" });
        Assert.Equal(CimFaultKind.Protocol, await KindAsync(directory, s_head));
    }

    [Theory]
    [InlineData("127.0.0.99", CimFaultKind.ConnectionRefused)]
    [InlineData("dc1.med.invalid", CimFaultKind.NameNotResolved)]
    public async Task A_controller_that_is_not_there_is_told_by_what_is_wrong(string server, CimFaultKind kind)
    {
        using LdapDirectory directory = new(new DirectoryTarget(SambaDomain.Name) { Server = server });
        Assert.Equal(kind, await KindAsync(directory, s_head));
    }

    private static async Task<CimFaultKind> KindAsync(LdapDirectory directory, DirectorySearch search) =>
        (await Assert.ThrowsAsync<CimFault>(() => directory.SearchAsync(search, CancellationToken.None))).Kind;

    private async Task<string> BadPasswordsAsync()
    {
        domain.SignIn(SambaDomain.Administrator);
        using LdapDirectory directory = new(Target());
        DirectoryEntry account = Assert.Single(await directory.SearchAsync(new(null, "(cn=mistyped)", ["badPwdCount"]), CancellationToken.None));
        return account["badPwdCount"][0];
    }

    private DirectoryTarget Target() => new(SambaDomain.Name) { Server = domain.Address };
}
