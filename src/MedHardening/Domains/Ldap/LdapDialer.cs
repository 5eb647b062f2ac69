using System;
using System.DirectoryServices.Protocols;
using System.Net;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Domains.Ldap;

/// <summary>
/// A connection on which an account is proven and everything is encrypted: by Kerberos signing and sealing on port 389, or, for
/// a password outside Windows, by TLS with a verified certificate on port 636. A password never goes over clear text.
/// </summary>
internal static class LdapDialer
{
    private const int LdapPort = 389;
    private const int LdapsPort = 636;

    /// <exception cref="CimFault">Not reached, not trusted, or the account was not accepted.</exception>
    public static async Task<LdapConnection> ConnectAsync(DirectoryTarget target, CancellationToken cancel)
    {
        bool isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        bool encrypted = target.Credential is not null && !isWindows;
        string server = target.Server ?? await ControllerAsync(target, cancel).ConfigureAwait(false);
        int port = encrypted ? LdapsPort : LdapPort;
        await Reachability.EnsureAsync(target, server, port, cancel).ConfigureAwait(false);
        LdapConnection connection = Prepare(target, server, port);
        try
        {
            if (isWindows)
            {
                connection.AuthType = AuthType.Negotiate;
                connection.SessionOptions.Signing = true;
                connection.SessionOptions.Sealing = true;
                await BindAsync(connection, target.Credential, cancel).ConfigureAwait(false);
            }
            else if (encrypted)
            {
                connection.AuthType = AuthType.Basic;
                LdapTrust.Apply(connection.SessionOptions, target);
                connection.SessionOptions.SecureSocketLayer = true;
                await BindAsync(connection, new NetworkCredential(LogonName(target), target.Credential!.Password), cancel).ConfigureAwait(false);
            }
            else
            {
                // The Kerberos of OpenLDAP signs and seals by itself where the server can; Active Directory can.
                connection.AuthType = AuthType.Kerberos;
                await BindAsync(connection, null, cancel).ConfigureAwait(false);
            }
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is DirectoryException refused)
                throw LdapFaults.From(refused, target.Domain, encrypted);
            throw;
        }
    }

    // A domain's name is an address of each of its controllers, but in no certificate and no service principal name of theirs.
    private static async Task<string> ControllerAsync(DirectoryTarget target, CancellationToken cancel)
    {
        await Reachability.EnsureAsync(target, target.Domain, LdapPort, cancel).ConfigureAwait(false);
        using LdapConnection connection = Prepare(target, target.Domain, LdapPort);
        connection.AuthType = AuthType.Anonymous;
        try
        {
            string host = await Task.Run(() => RootDse.Read(connection).Host, cancel).ConfigureAwait(false);
            // Anyone could have answered: a password or ticket is for controllers of this domain alone.
            return host.EndsWith("." + target.Domain, StringComparison.OrdinalIgnoreCase)
                ? host
                : throw new CimFault(CimFaultKind.Protocol, "dnsHostName=" + host) { Host = target.Domain };
        }
        catch (DirectoryException e)
        {
            throw LdapFaults.From(e, target.Domain, encrypted: false);
        }
    }

    private static LdapConnection Prepare(DirectoryTarget target, string server, int port)
    {
        LdapConnection connection = new(new LdapDirectoryIdentifier(server, port, fullyQualifiedDnsHostName: true, connectionless: false))
        {
            Timeout = target.OperationTimeout,
        };
        connection.SessionOptions.ProtocolVersion = 3;
        connection.SessionOptions.ReferralChasing = ReferralChasingOptions.None;
        return connection;
    }

    private static Task BindAsync(LdapConnection connection, NetworkCredential? credential, CancellationToken cancel) => Task.Run(
        () =>
        {
            if (credential is null)
                connection.Bind();
            else
                connection.Bind(credential);
        },
        cancel);

    // A simple bind takes user@domain and DOMAIN\user (MS-ADTS 5.1.1.1.1).
    private static string LogonName(DirectoryTarget target)
    {
        NetworkCredential account = target.Credential!;
        return account.Domain.Length > 0 ? account.Domain + "\\" + account.UserName
            : account.UserName.Contains('@') || account.UserName.Contains('\\') ? account.UserName
            : account.UserName + "@" + target.Domain;
    }
}
