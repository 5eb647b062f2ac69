using System;
using System.Net;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>One way to begin a security context.</summary>
/// <param name="Package">As the class library calls it: Negotiate, Kerberos or NTLM.</param>
/// <param name="Spn">Service principal name.</param>
internal sealed record Offer(string Package, string Spn, NetworkCredential Credential)
{
    private const string Kerberos = "Kerberos";
    private const string Ntlm = "NTLM";

    /// <summary>The scheme of the Authorization header. WinRM takes a bare NTLM token under Negotiate.</summary>
    public string Scheme => Package == Kerberos ? Kerberos : "Negotiate";

    /// <summary>
    /// What to try, in this order, each only if the one before got no ticket for the host. First the service's own name; then that of any
    /// web service of the host, where the domain knows none such.
    /// </summary>
    /// <param name="isWindows">
    /// Whether Negotiate can be left to the system. GSS-API, the other one, shows a wrong password to the domain by Kerberos and then once
    /// more by NTLM, which is two steps to a lock-out. There the account decides: one of a DNS domain, and the ticket in the cache, are
    /// proven by Kerberos, and by NTLM only after the domain has accepted the password; any other (of the host, of a NetBIOS domain) by NTLM.
    /// </param>
    public static Offer[] Of(CimTarget target, bool isWindows)
    {
        string[] spns = target.ServicePrincipalName switch
        {
            null => ["WSMAN/" + target.Name, "HTTP/" + target.Name],
            { } whole when whole.Contains('/', StringComparison.Ordinal) => [whole],
            { } service => [service + "/" + target.Name],
        };
        Offer[] Each(string package, NetworkCredential credential) => Array.ConvertAll(spns, spn => new Offer(package, spn, credential));
        NetworkCredential named = target.Credential ?? CredentialCache.DefaultNetworkCredentials;
        Offer ntlm = new(Ntlm, spns[0], named);
        if (target.Authentication == CimAuthentication.Ntlm)
            return [ntlm];
        if (isWindows)
            return Each(target.Authentication == CimAuthentication.Kerberos ? Kerberos : "Negotiate", named);
        NetworkCredential inRealm = target.Credential is { } given ? InRealm(given) : named;
        if (target.Credential is null || target.Authentication == CimAuthentication.Kerberos)
            return Each(Kerberos, inRealm);
        return inRealm.Domain.Contains('.', StringComparison.Ordinal) ? [.. Each(Kerberos, inRealm), ntlm] : [ntlm];
    }

    // MIT Kerberos tells realms by case, and those of Active Directory are the domain's name in capitals (MS-KILE §3.1.5.4).
    private static NetworkCredential InRealm(NetworkCredential given)
    {
        int at = given.Domain.Length == 0 ? given.UserName.LastIndexOf('@') : -1;
        return at < 0
            ? new NetworkCredential(given.UserName, given.SecurePassword, given.Domain.ToUpperInvariant())
            : new NetworkCredential(given.UserName[..at], given.SecurePassword, given.UserName[(at + 1)..].ToUpperInvariant());
    }
}
