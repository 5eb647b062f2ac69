using System.Diagnostics;
using System.Net.Security;
using Xunit;

namespace MedHardening.Tests.Domains;

[Collection(SambaCollection.Name)]
public class SambaDomainTests(SambaDomain domain)
{
    [SambaFact]
    public void Gives_tickets_for_the_services_of_its_computers()
    {
        domain.Keytab("SV-TICKET", "WSMAN/sv-ticket.med.test");
        domain.SignIn(SambaDomain.Administrator);
        using NegotiateAuthentication client = new(new NegotiateAuthenticationClientOptions
        {
            Package = "Kerberos",
            TargetName = "WSMAN/sv-ticket.med.test",
        });
        Assert.NotNull(client.GetOutgoingBlob((byte[]?)null, out NegotiateAuthenticationStatusCode status));
        Assert.True(status is NegotiateAuthenticationStatusCode.Completed or NegotiateAuthenticationStatusCode.ContinueNeeded, status.ToString());
    }

    [SambaFact]
    public void Is_found_by_name_and_Kerberos_by_the_processes_it_runs()
    {
        domain.Add("""
            dn: CN=samba-probe,CN=Users,DC=med,DC=test
            objectClass: user
            sAMAccountName: samba-probe
            userAccountControl: 512
            lastLogonTimestamp: 133000000000000000

            """);
        domain.SignIn(SambaDomain.Administrator);
        using Process search = domain.Run(
            "ldapsearch", "-Q", "-LLL", "-Y", "GSSAPI", "-H", "ldap://" + SambaDomain.Host, "-b", "DC=med,DC=test", "(cn=samba-probe)", "lastLogonTimestamp");
        string said = search.StandardOutput.ReadToEnd();
        Assert.Contains("lastLogonTimestamp: 133000000000000000", said);
    }
}
