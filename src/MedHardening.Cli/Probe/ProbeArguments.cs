using System.Collections.Generic;
using MedHardening.Cli.Connections;

namespace MedHardening.Cli.Probe;

/// <summary>What the person asked <c>probe</c> for.</summary>
internal sealed record ProbeArguments
{
    /// <summary>Names of computers; with a ledger, those of its rows.</summary>
    public required IReadOnlyList<string> Computers { get; init; }

    public string? Ledger { get; init; }

    public required string Namespace { get; init; }

    /// <summary>WQL, or the name of a class; null asks nothing more.</summary>
    public string? Query { get; init; }

    public bool Json { get; init; }

    public required ConnectionArguments Connection { get; init; }
}
