using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Domains;

namespace MedHardening.Passwords;

/// <summary>The policy of a domain and its Password Settings Objects, from the attributes of their entries.</summary>
internal static class DomainPolicy
{
    // DOMAIN_PASSWORD_COMPLEX and DOMAIN_PASSWORD_STORE_CLEARTEXT of pwdProperties (MS-SAMR §2.2.3.1).
    private const long Complex = 0x1;
    private const long StoreClearText = 0x10;

    /// <summary>Attributes of the domain object (MS-SAMR §3.1.1.6).</summary>
    public static IReadOnlyList<string> Attributes { get; } =
        ["minPwdLength", "pwdHistoryLength", "maxPwdAge", "minPwdAge", "lockoutThreshold", "lockoutDuration", "pwdProperties"];

    /// <summary>Attributes of a PSO (MS-ADSC, class msDS-PasswordSettings).</summary>
    public static IReadOnlyList<string> FineGrainedAttributes { get; } =
    [
        "cn", "objectGUID", "msDS-PasswordSettingsPrecedence", "msDS-PSOAppliesTo", "msDS-MinimumPasswordLength", "msDS-PasswordHistoryLength",
        "msDS-MaximumPasswordAge", "msDS-MinimumPasswordAge", "msDS-LockoutThreshold", "msDS-LockoutDuration", "msDS-PasswordComplexityEnabled",
        "msDS-PasswordReversibleEncryptionEnabled",
    ];

    public static PasswordPolicy Of(DirectoryEntry head, string domain)
    {
        long? properties = head.Number("pwdProperties");
        return new PasswordPolicy
        {
            Source = new PolicySource(PolicyKind.Domain, domain),
            MinimumLength = head.Number("minPwdLength"),
            Complexity = properties is null ? null : (properties & Complex) != 0,
            MaximumAge = head.Interval("maxPwdAge"),
            MinimumAge = head.Interval("minPwdAge"),
            History = head.Number("pwdHistoryLength"),
            LockoutThreshold = head.Number("lockoutThreshold"),
            LockoutDuration = head.Interval("lockoutDuration"),
            ReversibleEncryption = properties is null ? null : (properties & StoreClearText) != 0,
        };
    }

    /// <summary>A PSO. Passwords are reversible where it or the domain says so (MS-SAMR §3.1.1.5).</summary>
    public static PasswordPolicy OfFineGrained(DirectoryEntry settings, PasswordPolicy domain) => new()
    {
        Source = new PolicySource(PolicyKind.FineGrained, settings["cn"].FirstOrDefault() ?? settings.DistinguishedName),
        MinimumLength = settings.Number("msDS-MinimumPasswordLength"),
        Complexity = settings.Switch("msDS-PasswordComplexityEnabled"),
        MaximumAge = settings.Interval("msDS-MaximumPasswordAge"),
        MinimumAge = settings.Interval("msDS-MinimumPasswordAge"),
        History = settings.Number("msDS-PasswordHistoryLength"),
        LockoutThreshold = settings.Number("msDS-LockoutThreshold"),
        LockoutDuration = settings.Interval("msDS-LockoutDuration"),
        ReversibleEncryption = domain.ReversibleEncryption == true ? true : settings.Switch("msDS-PasswordReversibleEncryptionEnabled"),
    };

    /// <summary>A whole number; null when the entry has none that can be read.</summary>
    public static long? Number(this DirectoryEntry entry, string attribute) =>
        long.TryParse(entry[attribute].FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;

    private static Period? Interval(this DirectoryEntry entry, string attribute) =>
        entry.Number(attribute) is { } interval ? Period.OfInterval(interval) : null;

    private static bool? Switch(this DirectoryEntry entry, string attribute) => entry[attribute].FirstOrDefault() switch
    {
        "TRUE" => true,
        "FALSE" => false,
        _ => null,
    };
}
