using System;

namespace MedHardening.Cim;

/// <summary>
/// How an account was proven to a host and what protects the messages, as recordings and reports keep it: the package, a comma, the
/// protection (<c>Kerberos, encrypted</c>). In English, whatever the language; reports have their own words for it.
/// </summary>
public static class ProofOfAccount
{
    /// <summary>NTLM where Kerberos might have been.</summary>
    internal const string Fallback = "NTLM (Negotiate)";

    internal const string Encrypted = "encrypted";
    internal const string NotEncrypted = "not encrypted";
    internal const string Tls = "TLS";
    internal const string UncheckedTls = "TLS (certificate not checked)";

    /// <summary>Whether Negotiate came to NTLM, which proves the account to whoever answers.</summary>
    public static bool IsFallback(string? proof) => proof?.StartsWith(Fallback + ",", StringComparison.Ordinal) == true;

    /// <summary>Whether nobody made sure that the host is the one that its certificate should name.</summary>
    public static bool IsUnchecked(string? proof) => proof?.EndsWith(", " + UncheckedTls, StringComparison.Ordinal) == true;

    internal static string Of(string package, CimTarget target, string otherwise) =>
        package + ", " + (!target.UseSsl ? otherwise : target.SkipCertificateCheck ? UncheckedTls : Tls);
}
