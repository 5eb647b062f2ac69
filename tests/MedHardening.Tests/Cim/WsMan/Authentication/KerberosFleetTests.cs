using System;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan.Authentication;
using MedHardening.Simulator;
using MedHardening.Tests.Domains;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>A fleet of a real domain, measured in each way that the domain allows, and each way in which that fails.</summary>
[Collection(SambaCollection.Name)]
public sealed class KerberosFleetTests(SambaDomain domain, KerberosHosts fleet, NtlmAccounts ntlm)
    : IClassFixture<KerberosHosts>, IClassFixture<NtlmAccounts>
{
    private const string Password = "Au7it-only!2";

    private static NetworkCredential Administrator => new(SambaDomain.Administrator.UserName, SambaDomain.Administrator.Password, SambaDomain.Name);

    [SambaTheory]
    [InlineData(CimAuthentication.Kerberos)]
    [InlineData(CimAuthentication.Negotiate)]
    public async Task By_the_ticket_in_the_cache(CimAuthentication way)
    {
        domain.SignIn(SambaDomain.Administrator);
        await using WsManServer server = await fleet.StartAsync();

        Assert.All(await fleet.MeasureAsync(server, way, null), c => Assert.Equal("Measured: Kerberos, encrypted", c));
    }

    [SambaTheory]
    [InlineData(CimAuthentication.Kerberos, "administrator", "med.test")]
    [InlineData(CimAuthentication.Kerberos, "administrator@med.test", "")]
    [InlineData(CimAuthentication.Negotiate, "administrator", "MED.TEST")]
    [InlineData(CimAuthentication.Negotiate, "administrator@med.test", "")]
    public async Task By_a_password_without_a_ticket(CimAuthentication way, string user, string suffix)
    {
        domain.SignOut();
        await using WsManServer server = await fleet.StartAsync();

        Assert.All(
            await fleet.MeasureAsync(server, way, new NetworkCredential(user, Administrator.Password, suffix)),
            c => Assert.Equal("Measured: Kerberos, encrypted", c));
    }

    [SambaTheory]
    [InlineData(CimAuthentication.Kerberos)]
    [InlineData(CimAuthentication.Negotiate)]
    public async Task Over_HTTPS_with_a_private_authority(CimAuthentication way)
    {
        using CertificateAuthority authority = new();
        using X509Certificate2 certificate = authority.Issue("*." + SambaDomain.Name);
        domain.SignIn(SambaDomain.Administrator);
        await using WsManServer server = await fleet.StartAsync(certificate);

        Assert.All(await fleet.MeasureAsync(server, way, null, authority: authority.PemPath), c => Assert.Equal("Measured: Kerberos, TLS", c));
    }

    [SambaFact]
    public async Task Negotiate_comes_to_NTLM_for_a_computer_that_the_domain_does_not_know_and_says_so()
    {
        _ = ntlm;
        await using WsManServer server = await fleet.StartAsync();

        string[] computers = await fleet.MeasureAsync(server, CimAuthentication.Negotiate, Administrator, count: 4);

        Assert.Equal("Measured: Kerberos, encrypted", computers[2]);
        Assert.Equal("Measured: NTLM (Negotiate), encrypted", computers[3]);
    }

    [SambaFact]
    public async Task Kerberos_does_not()
    {
        await using WsManServer server = await fleet.StartAsync();
        Assert.Equal("Denied NoServiceTicket", (await fleet.MeasureAsync(server, CimAuthentication.Kerberos, Administrator, count: 4))[3]);
    }

    [SambaTheory]
    [InlineData("WSMAN", "Measured: Kerberos, encrypted", "Denied NoServiceTicket")] // the third has HTTP only
    [InlineData("HTTP", "Denied NoServiceTicket", "Measured: Kerberos, encrypted")]
    [InlineData("HTTP/nobody.med.test", "Denied NoServiceTicket", "Denied NoServiceTicket")]
    [InlineData("ldap/dc1.med.test", "Denied AuthenticationFailed", "Denied AuthenticationFailed")] // a ticket that only another service can read
    public async Task Another_service_name_is_used_as_it_is_given(string spn, string first, string third)
    {
        domain.SignIn(SambaDomain.Administrator);
        await using WsManServer server = await fleet.StartAsync();

        string[] computers = await fleet.MeasureAsync(server, CimAuthentication.Kerberos, null, spn);

        Assert.Equal((first, third), (computers[0], computers[2]));
    }

    [SambaTheory]
    [InlineData(CimAuthentication.Kerberos)]
    [InlineData(CimAuthentication.Negotiate)]
    public async Task Without_a_ticket_that_is_the_reason(CimAuthentication way)
    {
        domain.SignOut();
        await using WsManServer server = await fleet.StartAsync();
        Assert.All(await fleet.MeasureAsync(server, way, null), c => Assert.Equal("Denied NoTicket", c));
    }

    [SambaFact]
    public async Task With_a_ticket_that_has_expired_that_is_the_reason()
    {
        using (Process kinit = domain.Run("kinit", "-l", "1s", "-c", "FILE:" + domain.Tickets, SambaDomain.Administrator.UserName))
        {
            await kinit.StandardInput.WriteLineAsync(SambaDomain.Administrator.Password);
            await kinit.WaitForExitAsync();
        }
        Assert.True(await Eventually.Async(() => TicketCache.IsUsable() == false));
        await using WsManServer server = await fleet.StartAsync();

        Assert.All(await fleet.MeasureAsync(server, CimAuthentication.Kerberos, null), c => Assert.Equal("Denied NoTicket", c));
    }

    [SambaTheory]
    [InlineData(CimAuthentication.Kerberos)]
    [InlineData(CimAuthentication.Negotiate)]
    public async Task A_wrong_password_costs_the_account_one_attempt_in_the_whole_run(CimAuthentication way)
    {
        string user = "typist" + way;
        byte[] quoted = Encoding.Unicode.GetBytes("\"" + Password + "\"");
        domain.Add($"""
            dn: CN={user},CN=Users,DC=med,DC=test
            objectClass: user
            sAMAccountName: {user}
            userAccountControl: 512
            unicodePwd:: {Convert.ToBase64String(quoted)}

            """);
        LockOutAfter(5); // Samba counts only then
        await using WsManServer server = await fleet.StartAsync();

        string[] computers = await fleet.MeasureAsync(server, way, new NetworkCredential(user, "mistyped", SambaDomain.Name));

        Assert.Equal(["Denied AuthenticationFailed", "Denied CredentialWithdrawn", "Denied CredentialWithdrawn"], [.. Sorted(computers)]);
        Assert.Equal(1, BadPasswords(user));
        LockOutAfter(0);
        // Not a byte of the account went to the computers: Identify, and the domain refused it.
        Assert.Equal(3, server.Stats.Requests);
    }

    private static string[] Sorted(string[] texts)
    {
        Array.Sort(texts, StringComparer.Ordinal);
        return texts;
    }

    private void LockOutAfter(int attempts) => domain.Add($"""
        dn: DC=med,DC=test
        changetype: modify
        replace: lockoutThreshold
        lockoutThreshold: {attempts}

        """);

    private int BadPasswords(string user)
    {
        domain.SignIn(SambaDomain.Administrator);
        using Process search = domain.Run(
            "ldapsearch", "-Q", "-LLL", "-Y", "GSSAPI", "-H", "ldap://" + SambaDomain.Host, "-b", "DC=med,DC=test", "(sAMAccountName=" + user + ")", "badPwdCount");
        string found = search.StandardOutput.ReadToEnd();
        return int.Parse(Regex.Match(found, "badPwdCount: (\\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
    }
}
