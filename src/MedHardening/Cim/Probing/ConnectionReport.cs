using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Cim.Probing;

/// <summary>How far one gets with a computer, and what was learnt on the way.</summary>
/// <param name="Port">The TCP port that was tried; 0 when none was.</param>
public sealed record ConnectionReport(int Port, bool UseSsl, IReadOnlyList<ProbeStep> Steps)
{
    /// <summary>The most by which clocks may differ for Kerberos: Maximum tolerance for computer clock synchronization, 5 minutes by default.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The certificate that the computer showed, accepted or not; null without TLS.</summary>
    public ServerCertificateFacts? Certificate { get; init; }

    /// <summary>Whether an account was named; without one it is the ticket of the caller, or none.</summary>
    public bool IsAccountNamed { get; init; }

    /// <summary>Package and protection (<c>Kerberos, encrypted</c>); null when the account was not accepted.</summary>
    public string? Authentication { get; init; }

    public ProductIdentity? Product { get; init; }

    /// <summary>The computer's clock less ours, to about a second; null when it did not tell.</summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>Whether it is a Windows Server; null when it could not be read.</summary>
    public bool? IsServer { get; init; }

    /// <summary>The instances that the person's query found.</summary>
    public IReadOnlyList<CimObject> Rows { get; init; } = [];

    /// <summary>Whether it was tried, and no step went wrong.</summary>
    public bool IsOk => Steps.Any(s => s.Outcome == ProbeOutcome.Ok) && Steps.All(s => s.Outcome != ProbeOutcome.Failed);
}

/// <summary>What a certificate says of itself. Untrusted text where the certificate is.</summary>
/// <param name="Names">DNS names and addresses of the subject alternative name.</param>
/// <param name="Thumbprint">SHA-1 in hexadecimal, as Windows names certificates (CertificateThumbprint of a WinRM listener).</param>
public sealed record ServerCertificateFacts(
    string Subject, string Issuer, IReadOnlyList<string> Names, DateTimeOffset NotBefore, DateTimeOffset NotAfter, string Thumbprint);

/// <summary>What Identify says (DSP0226 §11). Without an account a WinRM keeps the version of Windows back (MS-WSMV §3.1.4.1.23).</summary>
public sealed record ProductIdentity(string Vendor, string Version)
{
    /// <summary>Of the form that WinRM has: <c>OS: 10.0.20348 SP: 0.0 Stack: 3.0</c>.</summary>
    public bool IsWinRm => Version.IndexOf("Stack:", StringComparison.Ordinal) >= 0;
}
