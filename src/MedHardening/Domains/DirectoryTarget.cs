using System;
using System.Net;

namespace MedHardening.Domains;

/// <summary>How the directory of one domain is reached. Plain data; printing it never shows a credential.</summary>
/// <param name="Domain">DNS name of the domain.</param>
public sealed record DirectoryTarget(string Domain)
{
    /// <summary>Name of a domain controller, as in its certificate and service principal name; null takes the one that answers for the domain's name.</summary>
    public string? Server { get; init; }

    /// <summary>
    /// The account to use; null is that of the caller. On Windows it is proven by Kerberos or NTLM. Elsewhere Kerberos takes
    /// accounts from the ticket cache alone, so that a password goes to the server inside verified TLS (LDAPS, port 636).
    /// </summary>
    public NetworkCredential? Credential { get; init; }

    /// <summary>A PEM file with the authority of the controllers' certificates, for LDAPS outside Windows; null trusts the system's.</summary>
    public string? CaCertificatePath { get; init; }

    /// <summary>How long a connection may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one page of an answer may take.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(60);

    public override string ToString() => Domain;
}
