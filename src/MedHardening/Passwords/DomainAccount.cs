using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Domains;

namespace MedHardening.Passwords;

/// <summary>An enabled user account of a domain, as far as password policies concern it.</summary>
/// <param name="Groups">Distinguished names of the groups that it is a direct member of, its primary group apart.</param>
/// <param name="PrimaryGroup">RID of its primary group.</param>
/// <param name="PasswordLastSet">When its password was set; null when it must be changed at the next sign-in, or the time is not known.</param>
internal sealed record DomainAccount(
    string DistinguishedName,
    string Name,
    string Sid,
    AccountFlags Flags,
    IReadOnlyList<string> Groups,
    long? PrimaryGroup,
    DateTime? PasswordLastSet)
{
    /// <summary>Enabled users; bit 2 of userAccountControl is ACCOUNTDISABLE (MS-ADTS §2.2.16).</summary>
    public const string Filter = "(&(objectCategory=person)(objectClass=user)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))";

    public static IReadOnlyList<string> Attributes { get; } =
        ["sAMAccountName", "objectSid", "userAccountControl", "memberOf", "primaryGroupID", "pwdLastSet"];

    public static DomainAccount Of(DirectoryEntry entry) => new(
        entry.DistinguishedName,
        entry["sAMAccountName"].FirstOrDefault() ?? entry.DistinguishedName,
        entry["objectSid"].FirstOrDefault() ?? "",
        (AccountFlags)(entry.Number("userAccountControl") ?? 0) & AccountFlags.All,
        entry["memberOf"],
        entry.Number("primaryGroupID"),
        entry.Number("pwdLastSet") is > 0 and var time && time < DateTime.MaxValue.ToFileTimeUtc() ? DateTime.FromFileTimeUtc(time) : null);

    /// <summary>The key distribution centre's own account, whose password no person knows (RID 502).</summary>
    public bool IsKeyDistributionCenter => Sid.EndsWith("-502", StringComparison.Ordinal);
}

/// <summary>Bits of userAccountControl that override a password policy for one account (MS-ADTS §2.2.16).</summary>
[Flags]
public enum AccountFlags
{
    None = 0,

    /// <summary>PASSWD_NOTREQD: no minimum length holds.</summary>
    PasswordNotRequired = 0x20,

    /// <summary>ENCRYPTED_TEXT_PASSWORD_ALLOWED: the password is stored so that it can be read again.</summary>
    ReversibleEncryption = 0x80,

    /// <summary>DONT_EXPIRE_PASSWD: no maximum age holds.</summary>
    PasswordNeverExpires = 0x10000,

    /// <summary>SMARTCARD_REQUIRED: interactive sign-in with a smart card only.</summary>
    SmartCardRequired = 0x40000,

    All = PasswordNotRequired | ReversibleEncryption | PasswordNeverExpires | SmartCardRequired,
}
