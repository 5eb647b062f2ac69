using System;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Management.Infrastructure.Options;

namespace MedHardening.Cim.Mi;

/// <summary>A target in the words of MI.</summary>
internal static class SessionOptions
{
    // In bytes; as the WS-Man client asks for (MS-WSMV §2.2.4.10).
    private const uint MaxEnvelope = 512_000;

    /// <exception cref="CimFault">MI cannot reach hosts that way.</exception>
    public static CimSessionOptions Of(CimTarget target, bool isDcom)
    {
        if (target.CaCertificatePath is not null)
            throw NotSupported(target, "MI trusts the authorities of this Windows only, not a certificate file");
        if (target.ServicePrincipalName is not null)
            throw NotSupported(target, "MI makes the service principal name itself");
        CimSessionOptions options = isDcom ? Dcom(target) : WsMan(target);
        options.Timeout = target.OperationTimeout;
        // Texts in one language, whoever asks.
        options.Culture = options.UICulture = CultureInfo.GetCultureInfo("en-US");
        if (Credential(target) is CimCredential credential)
            options.AddDestinationCredentials(credential);
        return options;
    }

    /// <summary>What is known of how an account is proven. MI does not tell which package Negotiate came to.</summary>
    public static string Authentication(CimTarget target, bool isHere, bool isDcom)
    {
        if (isHere)
            return "this computer";
        string package = target.ClientCertificate is not null ? "Certificate" : target.Authentication switch
        {
            CimAuthentication.Kerberos => "Kerberos",
            CimAuthentication.Ntlm => "NTLM",
            CimAuthentication.Basic => "Basic",
            _ => "Negotiate",
        };
        return isDcom
            ? package + ", " + ProofOfAccount.Encrypted
            : ProofOfAccount.Of(
                package, target, target.Authentication == CimAuthentication.Basic ? ProofOfAccount.NotEncrypted : ProofOfAccount.Encrypted);
    }

    // Privacy is encryption (RPC_C_AUTHN_LEVEL_PKT_PRIVACY).
    private static DComSessionOptions Dcom(CimTarget target) => target.Authentication != CimAuthentication.Basic
        ? new DComSessionOptions { PacketPrivacy = true }
        : throw NotSupported(target, "Basic is not for DCOM");

    // Revocation lists are not fetched, as in the WS-Man client: a closed network has no way to them.
    private static WSManSessionOptions WsMan(CimTarget target)
    {
        WSManSessionOptions options = new()
        {
            UseSsl = target.UseSsl,
            CertCACheck = !target.SkipCertificateCheck,
            CertCNCheck = !target.SkipCertificateCheck,
            CertRevocationCheck = false,
            MaxEnvelopeSize = MaxEnvelope,
        };
        if (target.Port is int port)
            options.DestinationPort = (uint)port;
        return options;
    }

    private static CimCredential? Credential(CimTarget target)
    {
        // Windows finds the certificate and its key in its own store.
        if (target.ClientCertificate is X509Certificate2 certificate)
            return new CimCredential(CertificateAuthenticationMechanism.ClientCertificate, certificate.Thumbprint);
        if (target.Credential is NetworkCredential account)
            return new CimCredential(WithPassword(target.Authentication), account.Domain, account.UserName, account.SecurePassword);
        return target.Authentication switch
        {
            CimAuthentication.Default => null,
            CimAuthentication.Negotiate => new CimCredential(ImpersonatedAuthenticationMechanism.Negotiate),
            CimAuthentication.Kerberos => new CimCredential(ImpersonatedAuthenticationMechanism.Kerberos),
            CimAuthentication.Ntlm => new CimCredential(ImpersonatedAuthenticationMechanism.NtlmDomain),
            _ => throw NotSupported(target, target.Authentication + ": no credential"),
        };
    }

    private static PasswordAuthenticationMechanism WithPassword(CimAuthentication authentication) => authentication switch
    {
        CimAuthentication.Default => PasswordAuthenticationMechanism.Default,
        CimAuthentication.Basic => PasswordAuthenticationMechanism.Basic,
        CimAuthentication.Negotiate => PasswordAuthenticationMechanism.Negotiate,
        CimAuthentication.Kerberos => PasswordAuthenticationMechanism.Kerberos,
        CimAuthentication.Ntlm => PasswordAuthenticationMechanism.NtlmDomain,
        _ => throw new ArgumentOutOfRangeException(nameof(authentication)),
    };

    private static CimFault NotSupported(CimTarget target, string detail) => new(CimFaultKind.NotSupported, detail) { Host = target.Name };
}
