namespace MedHardening.Services;

/// <summary>When something on some of many computers is an exception, and when it is usual.</summary>
internal static class Shares
{
    private const int Tenth = 10;
    private const int FewestToTell = 3;

    /// <summary>At most a tenth of them, or a single one of three or more.</summary>
    public static bool IsFew(int some, int all) => some * Tenth <= all || (some == 1 && all >= FewestToTell);

    public static bool IsMost(int some, int all) => some * 2 >= all;
}
