using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security;
using System.Threading;

namespace Microsoft.Management.Infrastructure.Options;

public class CimSessionOptions : IDisposable
{
    public TimeSpan Timeout { get; set; }

    public CultureInfo? Culture { get; set; }

    public CultureInfo? UICulture { get; set; }

    /// <summary>For the tests.</summary>
    public List<CimCredential> Credentials { get; } = [];

    public void AddDestinationCredentials(CimCredential credential) => Credentials.Add(credential);

    public void Dispose()
    {
    }
}

public class WSManSessionOptions : CimSessionOptions
{
    public uint DestinationPort { get; set; }

    public uint MaxEnvelopeSize { get; set; }

    public bool UseSsl { get; set; }

    public bool CertCACheck { get; set; }

    public bool CertCNCheck { get; set; }

    public bool CertRevocationCheck { get; set; }
}

public class DComSessionOptions : CimSessionOptions
{
    public bool PacketPrivacy { get; set; }
}

public class CimOperationOptions : IDisposable
{
    public TimeSpan Timeout { get; set; }

    public CancellationToken? CancellationToken { get; set; }

    /// <summary>For the tests.</summary>
    public Dictionary<string, (object Value, CimType Type, bool MustComply)> Custom { get; } = [];

    public void SetCustomOption(string optionName, object optionValue, CimType cimType, bool mustComply) =>
        Custom[optionName] = (optionValue, cimType, mustComply);

    public void Dispose()
    {
    }
}

public class CimCredential
{
    public CimCredential(PasswordAuthenticationMechanism authenticationMechanism, string? domain, string userName, SecureString password)
    {
        Mechanism = authenticationMechanism.ToString();
        Account = (string.IsNullOrEmpty(domain) ? "" : domain + "\\") + userName;
        Password = password;
    }

    public CimCredential(CertificateAuthenticationMechanism authenticationMechanism, string certificateThumbprint)
    {
        Mechanism = authenticationMechanism.ToString();
        Account = certificateThumbprint;
    }

    public CimCredential(ImpersonatedAuthenticationMechanism authenticationMechanism) => Mechanism = authenticationMechanism.ToString();

    /// <summary>For the tests, as the next two.</summary>
    public string Mechanism { get; }

    public string? Account { get; }

    public SecureString? Password { get; }
}

public enum PasswordAuthenticationMechanism
{
    Default,
    Digest,
    Negotiate,
    Basic,
    Kerberos,
    NtlmDomain,
    CredSsp,
}

public enum CertificateAuthenticationMechanism
{
    Default,
    ClientCertificate,
    IssuerCertificate,
}

public enum ImpersonatedAuthenticationMechanism
{
    None,
    Negotiate,
    Kerberos,
    NtlmDomain,
}
