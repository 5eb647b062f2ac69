using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Checklist.Records;

/// <summary>One 教育・研修 and the items that it was about.</summary>
public sealed record Training : IRuled
{
    public required DateTime On { get; init; }

    /// <summary>Items by number or key; empty for all of them.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Who was taught: 全職員, 医師, ….</summary>
    public required string Audience { get; init; }

    /// <summary>実施記録.</summary>
    public Document? Document { get; init; }

    internal bool IsAbout(ChecklistItem item, ChecklistProfile profile) =>
        Items is not { Count: > 0 } || Items.Any(i => profile.Find(i) == item);

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        string[] items = [.. Items ?? []];
        for (int i = 0; i < items.Length; i++)
        {
            if (profile.Find(items[i]) is null)
            {
                yield return new Mistake(ItemWords.Unknown(items[i], profile), "items", i);
            }
        }
    }
}
