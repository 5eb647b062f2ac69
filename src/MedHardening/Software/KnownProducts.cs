using System;
using System.Collections.Generic;
using MedHardening.Baselines;
using MedHardening.Baselines.Yaml;

namespace MedHardening.Software;

/// <summary>Products of one kind, and by what a host shows that it has them. What is not listed is not known.</summary>
internal sealed record KnownProducts
{
    /// <summary>Remote control, remote support and tunnels.</summary>
    public static KnownProducts RemoteControl { get; } = Load("remote-tools");

    public static KnownProducts Backup { get; } = Load("backup-products");

    public static KnownProducts Antivirus { get; } = Load("antivirus-products");

    public required string Schema { get; init; }

    /// <summary>The day on which the list was made.</summary>
    public required DateTime AsOf { get; init; }

    public required IReadOnlyList<KnownProduct> Products { get; init; }

    private static KnownProducts Load(string name) => DataFile.Load<KnownProducts>(name, YamlFile.ProductsSchema);
}

/// <summary>One product. Names may hold <c>*</c> for any characters and compare without case.</summary>
public sealed record KnownProduct
{
    public required string Name { get; init; }

    /// <summary>Names of its services, never display names: those are translated.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>File names of its processes.</summary>
    public IReadOnlyList<string> Processes { get; init; } = [];

    /// <summary>Names of its key below <c>…\CurrentVersion\Uninstall</c>.</summary>
    public IReadOnlyList<string> UninstallKeys { get; init; } = [];

    /// <summary>Public address that says so.</summary>
    public required string Source { get; init; }
}
