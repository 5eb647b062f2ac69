namespace MedHardening.Simulator.Hosts;

/// <summary>What a host file says about its host beside what the host itself answers.</summary>
internal sealed record HostLabels
{
    /// <summary><c>ja</c> or <c>en</c>; null leaves it to <c>Win32_OperatingSystem.OSLanguage</c>.</summary>
    public string? Language { get; init; }

    public string Role { get; init; } = "client";

    public string Handling { get; init; } = "ReadOnly";
}
