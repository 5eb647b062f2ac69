using System;
using System.Collections.Generic;
using MedHardening.Baselines;

namespace MedHardening.Checklist.Records;

/// <summary>2-⑪: the logs that Windows does not know, how long they are kept, and who looks at them.</summary>
public sealed record AccessLogSection
{
    /// <summary>Systems with a log of their own, the electronic health record first.</summary>
    public IReadOnlyList<SystemLog>? Systems { get; init; }

    public IReadOnlyList<LogArchive>? Archives { get; init; }

    public LogRetention? Retention { get; init; }

    public LogReview? Review { get; init; }

    /// <summary>How logs are kept from being changed or deleted.</summary>
    public string? Protection { get; init; }

    public sealed record SystemLog
    {
        public required string Name { get; init; }

        /// <summary>What the log holds.</summary>
        public IReadOnlyList<LogContent>? Records { get; init; }
    }

    public sealed record LogArchive
    {
        public required string Name { get; init; }

        public DateTime? TakenOn { get; init; }

        /// <summary>The first day whose events it holds.</summary>
        public DateTime? From { get; init; }

        public string? KeptAt { get; init; }
    }

    public sealed record LogRetention
    {
        [Within(1, 100)]
        public int? Years { get; init; }

        public RetentionBasis? Basis { get; init; }

        /// <summary>ログ管理規程.</summary>
        public Document? Rule { get; init; }
    }

    public sealed record LogReview : IRuled
    {
        public Person? Reviewer { get; init; }

        [Within(1, 12)]
        public int? EveryMonths { get; init; }

        public DateTime? LastOn { get; init; }

        /// <summary>What the last review found.</summary>
        public string? Result { get; init; }

        IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
        {
            if (LastOn is not null && string.IsNullOrWhiteSpace(Result))
            {
                yield return new Mistake(new("確認の結果（result:）がありません。", "'result:' of the review is missing."), "lastOn");
            }
        }
    }
}

/// <summary>What a log must hold to show who did what when.</summary>
public enum LogContent
{
    [Word("ログイン時刻")]
    Login,

    [Word("アクセス時間")]
    Time,

    [Word("操作内容")]
    Operation,
}

/// <summary>Why logs are kept that long.</summary>
public enum RetentionBasis
{
    [Word("法定保存年数")]
    [Word("法定")]
    Statutory,

    [Word("民訴時効年数")]
    [Word("時効")]
    Limitation,
}
