using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// Verifies the certificate of one host: chain, dates and name, unless the target says to take any. Revocation lists are not fetched, and neither are missing
/// issuers: the networks that this is made for have no way out, and waiting for it would be all that comes of it.
/// </summary>
internal sealed class ServerCertificate
{
    private const int MaxBytes = 1 << 20;

    private readonly string _host;
    private readonly bool _takesAny;
    private readonly X509Certificate2Collection? _authorities;

    /// <exception cref="CimFault">The file of the certificate authority cannot be read.</exception>
    public ServerCertificate(CimTarget target)
    {
        _host = target.Name;
        _takesAny = target.SkipCertificateCheck;
        if (target.CaCertificatePath is string path)
            _authorities = Load(path);
    }

    /// <summary>Why the last certificate was refused; null when it was not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What <see cref="Refusal"/> comes down to.</summary>
    public CimFaultKind Kind { get; private set; }

    /// <summary>Forgets the last refusal, before a new attempt.</summary>
    public void Reset() => Refusal = null;

    public SslClientAuthenticationOptions Options()
    {
        X509ChainPolicy policy = new()
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        if (_authorities is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(_authorities);
        }
        return new SslClientAuthenticationOptions
        {
            TargetHost = _host,
            CertificateChainPolicy = policy,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) => Accept(certificate, chain, errors),
        };
    }

    private bool Accept(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || _takesAny)
            return true;
        X509ChainStatusFlags status = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
        Kind = KindOf(errors, status);
        Refusal = string.Join(", ", Reasons(certificate, chain, errors));
        return false;
    }

    // The name before the dates, the dates before the issuer: a certificate that is not this host's is the graver finding.
    private static CimFaultKind KindOf(SslPolicyErrors errors, X509ChainStatusFlags status)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return CimFaultKind.CertificateRejected;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return CimFaultKind.CertificateNameMismatch;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
            return CimFaultKind.CertificateExpired;
        return (status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid)) != 0
            ? CimFaultKind.CertificateUntrusted
            : CimFaultKind.CertificateRejected;
    }

    private static IEnumerable<string> Reasons(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            yield return nameof(SslPolicyErrors.RemoteCertificateNotAvailable);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            yield return nameof(SslPolicyErrors.RemoteCertificateNameMismatch) + " (" + certificate?.Subject + ")";
        if (!errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            yield break;
        foreach (X509ChainStatusFlags status in (chain?.ChainStatus ?? []).Select(s => s.Status).Distinct())
        {
            string until = certificate is X509Certificate2 c && status == X509ChainStatusFlags.NotTimeValid
                ? $" ({c.NotBefore.ToUniversalTime():yyyy-MM-dd}–{c.NotAfter.ToUniversalTime():yyyy-MM-dd})"
                : "";
            yield return status + until;
        }
    }

    private X509Certificate2Collection Load(string path)
    {
        try
        {
            X509Certificate2Collection found = [];
            byte[] bytes = new byte[MaxBytes];
            int length;
            using (FileStream file = File.OpenRead(path))
                length = file.ReadAtLeast(bytes, MaxBytes, throwOnEndOfStream: false);
            if (length == MaxBytes)
                throw new IOException(path + ": " + MaxBytes + " bytes or more");
            string text = Encoding.ASCII.GetString(bytes, 0, length);
            if (text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
                found.ImportFromPem(text);
            else
                found.Import(bytes.AsSpan(0, length));
            return found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CimFault(CimFaultKind.CertificateRejected, path + ": " + e.Message, e) { Host = _host };
        }
    }
}
