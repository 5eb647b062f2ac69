using System.Net;
using System.Security.Cryptography;

namespace MedHardening.Cli.Simulate;

/// <summary>An account that exists in one run of the simulator only.</summary>
internal static class DemoAccount
{
    private const int Length = 16;

    // Without the letters and digits that are taken for one another when typed.
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static NetworkCredential Create() => new("demo", RandomNumberGenerator.GetString(Letters, Length));
}
