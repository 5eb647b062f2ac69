using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Baselines.Yaml;

namespace MedHardening.CredentialProviders;

/// <summary>What the tiles of the sign-in screen are, from baselines/data/credential-providers.yaml.</summary>
internal sealed record KnownCredentialProviders
{
    /// <summary>The provider that takes a password.</summary>
    public const string Password = "{60b78e88-ead8-445c-9cfd-0b87f74ea6cd}";

    /// <summary>The list that comes with the engine.</summary>
    public static KnownCredentialProviders Default { get; } =
        DataFile.Load<KnownCredentialProviders>("credential-providers", YamlFile.CredentialProvidersSchema);

    public required string Schema { get; init; }

    /// <summary>The day on which the list was made.</summary>
    public required DateTime AsOf { get; init; }

    public required IReadOnlyList<KnownCredentialProvider> Providers { get; init; }

    /// <summary>The name of a class id; the id itself when it is not listed.</summary>
    public string NameOf(string classId) =>
        Providers.FirstOrDefault(p => string.Equals(p.ClassId, classId, StringComparison.OrdinalIgnoreCase))?.Name ?? classId;
}

/// <summary>One credential provider.</summary>
internal sealed record KnownCredentialProvider
{
    /// <summary>Class id in braces; compares without case.</summary>
    public required string ClassId { get; init; }

    public required string Name { get; init; }

    public required Factor Factor { get; init; }

    /// <summary>Public address that says so.</summary>
    public required string Source { get; init; }
}

/// <summary>What a provider asks of the person.</summary>
internal enum Factor
{
    Password,

    /// <summary>A PIN that the device's own security chip checks: knowledge and possession.</summary>
    Pin,
    Biometric,
    Device,
}
