using System;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MedHardening.Cim;

/// <summary>How one host is reached. Plain data; printing it never shows a credential.</summary>
public sealed class CimTarget
{
    /// <summary>The <see cref="Address"/> that stands for the computer that this runs on, without a network (MI).</summary>
    public const string ThisComputer = ".";

    /// <param name="name">The host's own name: identity, service principal name and certificate name.</param>
    public CimTarget(string name)
    {
        Name = name;
        Address = name;
    }

    /// <summary>The host's own name: what the ledger, its certificate and its service principal name say.</summary>
    public string Name { get; }

    /// <summary>Where to connect: a DNS name or an IP address. The name unless the ledger gives an address.</summary>
    public string Address { get; init; }

    /// <summary>TCP port; null is the default of the scheme (5985 for HTTP, 5986 for HTTPS).</summary>
    public int? Port { get; init; }

    /// <summary>HTTPS instead of HTTP.</summary>
    public bool UseSsl { get; init; }

    /// <summary>The account to use; null is the account of the caller (its ticket cache), or none where the transport needs none.</summary>
    public NetworkCredential? Credential { get; init; }

    /// <summary>How the account is proven to the host.</summary>
    public CimAuthentication Authentication { get; init; } = CimAuthentication.Default;

    /// <summary>A PEM or DER file with the certificate authority that signed the host's certificate; null trusts the system's.</summary>
    public string? CaCertificatePath { get; init; }

    /// <summary>Takes any certificate of the host. Whoever stands in between can then answer in its place.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Proves the account instead of <see cref="Credential"/>, over HTTPS: the host maps it to a local account. Has its private key.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>
    /// Service principal name: a class (<c>HTTP</c>) to which the name is added, or all of it (<c>HTTP/alias.example</c>). Null tries
    /// <c>WSMAN/name</c>, then <c>HTTP/name</c>.
    /// </summary>
    public string? ServicePrincipalName { get; init; }

    /// <summary>How long name resolution, TCP, TLS and the first answer may take together.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one request may take, from sending it to the last byte of its answer.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whether commands may be run on the host: only where the person allows it and the ledger says that the computer may be written to.
    /// </summary>
    public bool AllowRemoteShell { get; init; }

    public override string ToString() => Name;
}

/// <summary>How an account is proven to a host.</summary>
public enum CimAuthentication
{
    /// <summary>What the transport prefers for the target. WS-Man: Basic to this machine (loopback), Negotiate to any other.</summary>
    Default,

    /// <summary>User name and password in the clear: over HTTPS or to loopback only.</summary>
    Basic,

    /// <summary>Kerberos where the host and this machine can, else NTLM (SPNEGO, RFC 4178, RFC 4559). Messages over HTTP are encrypted.</summary>
    Negotiate,

    /// <summary>Kerberos and nothing else (RFC 4121). Messages over HTTP are encrypted.</summary>
    Kerberos,

    /// <summary>NTLM (MS-NLMP). Messages over HTTP are encrypted, with RC4: prefer HTTPS.</summary>
    Ntlm,
}
