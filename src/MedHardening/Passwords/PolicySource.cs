namespace MedHardening.Passwords;

/// <summary>Where a password policy was read.</summary>
/// <param name="Name">The computer, the domain, the policy object or the file.</param>
public sealed record PolicySource(PolicyKind Kind, string Name)
{
    /// <summary>The attribute or key that holds a setting in this source.</summary>
    internal string Of(PolicySetting setting) => Kind switch
    {
        PolicyKind.Delivered => setting.IsSwitch ? "RSOP_SecuritySettingBoolean." + setting.Template : "RSOP_SecuritySettingNumeric." + setting.Template,
        PolicyKind.Domain => setting.Domain,
        PolicyKind.FineGrained => setting.FineGrained,
        _ => "System Access\\" + setting.Template,
    };
}

/// <summary>The kinds of source.</summary>
public enum PolicyKind
{
    /// <summary>What Group Policy delivered to a computer (Resultant Set of Policy). Local settings are not in it.</summary>
    Delivered,

    /// <summary>The domain's own policy.</summary>
    Domain,

    /// <summary>A Password Settings Object (PSO), which overrides the domain's policy for some accounts.</summary>
    FineGrained,

    /// <summary>The account database of one computer: what is in force for its local accounts.</summary>
    Local,

    /// <summary>A security template (GptTmpl.inf): what a Group Policy object would deliver.</summary>
    Template,
}

/// <summary>One setting by the names that it has in the sources.</summary>
/// <param name="Template">Key of GptTmpl.inf and of RSOP (MS-GPSB §2.2.1).</param>
/// <param name="Domain">Attribute of the domain object (MS-SAMR §3.1.1.6).</param>
/// <param name="FineGrained">Attribute of a PSO (MS-ADSC, class msDS-PasswordSettings).</param>
internal sealed record PolicySetting(string Template, string Domain, string FineGrained, bool IsSwitch = false)
{
    public static PolicySetting MinimumLength { get; } = new("MinimumPasswordLength", "minPwdLength", "msDS-MinimumPasswordLength");

    public static PolicySetting Complexity { get; } = new("PasswordComplexity", "pwdProperties", "msDS-PasswordComplexityEnabled", true);

    public static PolicySetting MaximumAge { get; } = new("MaximumPasswordAge", "maxPwdAge", "msDS-MaximumPasswordAge");

    public static PolicySetting MinimumAge { get; } = new("MinimumPasswordAge", "minPwdAge", "msDS-MinimumPasswordAge");

    public static PolicySetting History { get; } = new("PasswordHistorySize", "pwdHistoryLength", "msDS-PasswordHistoryLength");

    public static PolicySetting LockoutThreshold { get; } = new("LockoutBadCount", "lockoutThreshold", "msDS-LockoutThreshold");

    public static PolicySetting LockoutDuration { get; } = new("LockoutDuration", "lockoutDuration", "msDS-LockoutDuration");

    public static PolicySetting ReversibleEncryption { get; } = new("ClearTextPassword", "pwdProperties", "msDS-PasswordReversibleEncryptionEnabled", true);

    public static PolicySetting SecondFactor { get; } = new("scforceoption", "userAccountControl", "userAccountControl", true);
}
