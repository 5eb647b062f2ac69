using System;
using System.Collections.Generic;

namespace MedHardening.Checklist.Records;

/// <summary>2-⑥: the firmware of one network device, as somebody confirmed it.</summary>
public sealed record NetworkDevice : IRuled
{
    /// <summary>Name in the ledger.</summary>
    public required string Name { get; init; }

    public string? Model { get; init; }

    public string? Firmware { get; init; }

    /// <summary>The newest version that the maker offers.</summary>
    public string? Latest { get; init; }

    public DateTime? CheckedOn { get; init; }

    /// <summary>Vendor or person who confirmed the versions.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>The last day of the maker's support.</summary>
    public DateTime? SupportUntil { get; init; }

    /// <summary>Why the newest version is not applied or an unsupported device is kept, and what is done instead.</summary>
    public string? Deferred { get; init; }

    internal bool IsDeferred => !string.IsNullOrWhiteSpace(Deferred);

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile) => string.IsNullOrWhiteSpace(Name) ? [Mistake.Blank("name")] : [];
}
