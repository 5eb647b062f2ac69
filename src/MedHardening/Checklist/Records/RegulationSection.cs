using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Checklist.Records;

/// <summary>4-①: 運用管理規程.</summary>
public sealed record RegulationSection : IRuled
{
    public const int Chapters = 12;

    public Document? Document { get; init; }

    public DateTime? InForceFrom { get; init; }

    /// <summary>Where staff read it: a share, a binder on the ward.</summary>
    public string? ReadableAt { get; init; }

    public IReadOnlyList<Revision>? Revisions { get; init; }

    /// <summary>内部監査.</summary>
    public IReadOnlyList<InternalAudit>? Audits { get; init; }

    /// <summary>Articles by item: <c>2-⑨: 第12条</c>.</summary>
    public IReadOnlyDictionary<string, string>? Articles { get; init; }

    /// <summary>The chapter of our rules for each chapter of the template (項目例), by its number from 1 to 12.</summary>
    public IReadOnlyDictionary<int, string>? TemplateChapters { get; init; }

    internal string? ArticleOf(ChecklistItem item, ChecklistProfile profile) =>
        (Articles ?? new Dictionary<string, string>()).FirstOrDefault(a => profile.Find(a.Key) == item).Value is { } article
        && !string.IsNullOrWhiteSpace(article) ? article : null;

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        var seen = new Dictionary<string, string>();
        foreach (string word in Articles?.Keys ?? [])
        {
            if (profile.Find(word) is not { } item)
            {
                yield return new Mistake(ItemWords.Unknown(word, profile), "articles", word);
            }
            else if (seen.TryGetValue(item.Key, out string? first))
            {
                yield return new Mistake(new($"「{first}」と同じ項目です。", $"it is the same item as '{first}'."), "articles", word);
            }
            else
            {
                seen.Add(item.Key, word);
            }
        }

        foreach (int chapter in (TemplateChapters?.Keys ?? []).Where(c => c is < 1 or > Chapters))
        {
            yield return new Mistake(new("項目例の章は1から12までです。", "the chapters of the template are 1 to 12."), "templateChapters",
                chapter.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public sealed record Revision
    {
        public required DateTime On { get; init; }

        public required string Change { get; init; }
    }

    public sealed record InternalAudit
    {
        public required DateTime On { get; init; }

        public Person? By { get; init; }

        public required string Result { get; init; }
    }
}
