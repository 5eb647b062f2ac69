using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Checklist.Records;

/// <summary>2-①: who keeps the 台帳, and why it differs from what was seen.</summary>
public sealed record AssetLedgerSection
{
    public Person? Owner { get; init; }

    public DateTime? UpdatedOn { get; init; }

    /// <summary>定期点検・保守計画.</summary>
    public Document? MaintenancePlan { get; init; }

    /// <summary>Differences between ledger and measurement that somebody has looked into.</summary>
    public IReadOnlyList<Difference>? Explained { get; init; }

    internal bool Explains(string name) =>
        (Explained ?? []).Any(d => string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase));

    public sealed record Difference : IRuled
    {
        /// <summary>Name of the computer, or the serial number that two of them share.</summary>
        public required string Name { get; init; }

        public required string Reason { get; init; }

        IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile) =>
            string.IsNullOrWhiteSpace(Reason) ? [Mistake.Blank("reason")] : [];
    }
}
