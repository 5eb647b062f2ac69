using System;
using System.Collections.Generic;
using MedHardening.Cli.Connections;

namespace MedHardening.Cli.Status;

/// <summary>What the person asked <c>status</c> for. Holds no password.</summary>
internal sealed record StatusArguments
{
    public required string Baseline { get; init; }

    public string? Facility { get; init; }

    public string? Ledger { get; init; }

    public IReadOnlyList<string> Computers { get; init; } = [];

    /// <summary>Role of the computers that are named on the command line.</summary>
    public required string Role { get; init; }

    public IReadOnlyList<string> Items { get; init; } = [];

    public DateTime? AsOf { get; init; }

    public IReadOnlyList<string> Reports { get; init; } = [];

    public bool Json { get; init; }

    public bool PerComputer { get; init; }

    /// <summary>Folder to keep the recordings in; null keeps none.</summary>
    public string? SaveSnapshots { get; init; }

    /// <summary>Folder of recordings to judge instead of the computers.</summary>
    public string? Snapshot { get; init; }

    public bool CollectAll { get; init; }

    public required DomainArguments Domains { get; init; }

    public required ConnectionArguments Connection { get; init; }
}
