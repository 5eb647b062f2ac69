using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Baselines.Yaml;

namespace MedHardening.Services;

/// <summary>Services without which Windows, its protection, or the way to the computer is gone: <c>baselines/data/protected-services.yaml</c>.</summary>
internal sealed record ProtectedServices
{
    private static readonly ProtectedServices s_list = DataFile.Load<ProtectedServices>("protected-services", YamlFile.ProtectedServicesSchema);

    /// <summary>Their names; <c>*</c> stands for any characters.</summary>
    public static IReadOnlyList<string> Names { get; } = s_list.Services.Select(s => s.Name).ToArray();

    public required string Schema { get; init; }

    public required IReadOnlyList<ProtectedService> Services { get; init; }
}

internal sealed record ProtectedService
{
    public required string Name { get; init; }

    /// <summary>What is lost without it.</summary>
    public required string Why { get; init; }

    /// <summary>Public address that says what it does.</summary>
    public required string Source { get; init; }
}
