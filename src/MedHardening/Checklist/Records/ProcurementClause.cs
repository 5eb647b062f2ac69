using System;
using System.Collections.Generic;

namespace MedHardening.Checklist.Records;

/// <summary>What a 提案依頼書・要求仕様書 asks of vendors about one item.</summary>
public sealed record ProcurementClause : IRuled
{
    /// <summary>Number or key of the item.</summary>
    public required string Item { get; init; }

    /// <summary>The clause, or where it stands; 該当なし with the reason where nothing is bought for it.</summary>
    public required string Clause { get; init; }

    public DateTime? AgreedOn { get; init; }

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        if (profile.Find(Item) is null)
        {
            yield return new Mistake(ItemWords.Unknown(Item, profile), "item");
        }

        if (string.IsNullOrWhiteSpace(Clause))
        {
            yield return Mistake.Blank("clause");
        }
    }
}
