using System;
using System.Collections.Generic;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MedHardening.Simulator;

/// <summary>An entry of WSMan:\localhost\ClientCertificate: whose certificates prove which account.</summary>
/// <param name="Issuer">The authority that must have issued it.</param>
/// <param name="Subject">The principal name (UPN) that it must bear as alternative name, such as <c>audit@localhost</c>.</param>
/// <param name="User">The local account.</param>
/// <remarks>https://learn.microsoft.com/windows/win32/winrm/authentication-for-remote-connections#client-certificate-based-authentication</remarks>
public sealed record CertificateMapping(X509Certificate2 Issuer, string Subject, string User);

/// <summary>How the listener behaves. The defaults are those of WinRM (MS-WSMV §2.2.4.10, §2.2.4.34, §2.2.4.36).</summary>
public sealed class WsManServerOptions
{
    /// <summary>
    /// 0.0.0.0 or [::] to give each host its own loopback address, 127.0.0.1 to tell hosts apart by the Host header. Port 0 = any free one.
    /// </summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Messages may travel unencrypted over HTTP. Without it, HTTP offers no Basic.</summary>
    public bool AllowUnencrypted { get; init; }

    public bool AllowBasic { get; init; }

    /// <summary>
    /// Negotiate and Kerberos with encrypted messages. The accounts are those that this machine's security library accepts: a keytab
    /// (KRB5_KTNAME) for Kerberos; for NTLM on Linux gss-ntlmssp with a file of passwords (NTLM_USER_FILE).
    /// </summary>
    public bool AllowNegotiate { get; init; } = true;

    /// <summary>Over HTTPS, certificates of clients prove the accounts of <see cref="CertificateMappings"/>.</summary>
    public bool AllowCertificate { get; init; }

    public IReadOnlyList<CertificateMapping> CertificateMappings { get; init; } = [];

    /// <summary>Passwords by account name, for all hosts; names compare without case.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>();

    /// <summary>HTTPS with this certificate; null for HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Largest request and reply, in KiB; 32 to 65536.</summary>
    public int MaxEnvelopeSizeKb { get; init; } = 500;

    /// <summary>Most items in one reply, whatever the client asks for.</summary>
    public int MaxBatchItems { get; init; } = 32000;

    /// <summary>Unfinished enumerations of one account on one host.</summary>
    public int MaxConcurrentOperationsPerUser { get; init; } = 1500;

    /// <summary>Shells of one account on one host (MS-WSMV §2.2.4.42).</summary>
    public int MaxShellsPerUser { get; init; } = 30;

    /// <summary>After so long without a Pull an enumeration is gone.</summary>
    public TimeSpan EnumerationTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock that <see cref="EnumerationTimeout"/> runs on.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Serve connections to other than loopback addresses too. What is simulated is harmless, its passwords are not secret.</summary>
    public bool AllowRemoteConnections { get; init; }
}
