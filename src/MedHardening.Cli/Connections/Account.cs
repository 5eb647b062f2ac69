using System;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MedHardening.Cli.Connections;

/// <summary>Who the computers see: a user with a password, the owner of a certificate, or, with neither, the owner of the Kerberos ticket.</summary>
internal sealed class Account(NetworkCredential? credential, X509Certificate2? certificate) : IDisposable
{
    public NetworkCredential? Credential => credential;

    public X509Certificate2? Certificate => certificate;

    public void Dispose() => certificate?.Dispose();
}
