namespace MedHardening.Passwords;

/// <summary>The settings of one source. Null is what the source does not tell: never as good as a value.</summary>
public sealed record PasswordPolicy
{
    public required PolicySource Source { get; init; }

    /// <summary>Characters; 0 allows an empty password.</summary>
    public long? MinimumLength { get; init; }

    /// <summary>Three of five classes of characters (Windows), which does not prove symbols.</summary>
    public bool? Complexity { get; init; }

    /// <summary>How long a password may be used.</summary>
    public Period? MaximumAge { get; init; }

    /// <summary>How long a password must be kept before it may be changed.</summary>
    public Period? MinimumAge { get; init; }

    /// <summary>How many former passwords are remembered.</summary>
    public long? History { get; init; }

    /// <summary>Failed attempts before the account is locked; 0 never locks.</summary>
    public long? LockoutThreshold { get; init; }

    /// <summary>How long an account stays locked; for ever until an administrator unlocks it.</summary>
    public Period? LockoutDuration { get; init; }

    /// <summary>Whether passwords are stored so that they can be read again.</summary>
    public bool? ReversibleEncryption { get; init; }

    /// <summary>Whether a second factor (smart card, Windows Hello) is required of those that it applies to.</summary>
    public bool? SecondFactor { get; init; }
}
