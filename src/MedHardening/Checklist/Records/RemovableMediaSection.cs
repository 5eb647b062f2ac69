using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Checklist.Records;

/// <summary>2-⑨: the rules for media, and the media that are allowed.</summary>
public sealed record RemovableMediaSection : IRuled
{
    /// <summary>外部媒体規程: 使用制限、許可手順、記録義務.</summary>
    public Document? Rules { get; init; }

    /// <summary>True where no medium is allowed at all, so that there is no register.</summary>
    public bool NoneAllowed { get; init; }

    /// <summary>許可媒体台帳.</summary>
    public IReadOnlyList<AllowedMedium>? Register { get; init; }

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        AllowedMedium[] media = [.. Register ?? []];
        if (NoneAllowed && media.Length > 0)
        {
            yield return new Mistake(new(
                "「noneAllowed: true」と「register:」が食い違っています。", "'noneAllowed: true' and 'register:' contradict each other."), "register");
        }

        for (int i = 1; i < media.Length; i++)
        {
            if (media.Take(i).Any(m => string.Equals(m.Serial, media[i].Serial, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new Mistake(new("同じ個体番号の媒体が二つあります。", "two media have the same serial number."), "register", i, "serial");
            }
        }
    }

    public sealed record AllowedMedium
    {
        /// <summary>個体番号.</summary>
        public required string Serial { get; init; }

        public required string Custodian { get; init; }

        public required string Purpose { get; init; }

        public DateTime? ApprovedOn { get; init; }
    }
}
