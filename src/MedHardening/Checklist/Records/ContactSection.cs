using System;
using System.Collections.Generic;
using MedHardening.Baselines;

namespace MedHardening.Checklist.Records;

/// <summary>3-①: whom to call in an incident.</summary>
public sealed record ContactSection
{
    /// <summary>連絡体制図.</summary>
    public Document? Chart { get; init; }

    public Person? ApprovedBy { get; init; }

    public DateTime? ReviewedOn { get; init; }

    /// <summary>Where it hangs or lies on paper: it must be readable while the systems are down.</summary>
    public string? PaperAt { get; init; }

    /// <summary>外部連絡リスト.</summary>
    public IReadOnlyList<Contact>? External { get; init; }

    public sealed record Contact
    {
        public required ContactCategory Category { get; init; }

        public string? Organisation { get; init; }

        public string? Person { get; init; }

        public string? Phone { get; init; }

        /// <summary>Where a report is made on the web instead of by telephone.</summary>
        public string? Web { get; init; }

        internal bool IsReachable => !string.IsNullOrWhiteSpace(Phone) || !string.IsNullOrWhiteSpace(Web);
    }
}

/// <summary>
/// カテゴリ of 【外部連絡リスト】 (厚生労働省 令和7年度 医療情報セキュリティ研修 立入検査研修 資料).
/// </summary>
public enum ContactCategory
{
    [Word("厚生労働省")]
    Ministry,

    [Word("都道府県、政令市")]
    [Word("都道府県")]
    [Word("政令市")]
    Prefecture,

    [Word("保健所")]
    HealthCentre,

    [Word("警察")]
    Police,

    [Word("個人情報漏洩報告(疑い含む)")]
    [Word("個人情報漏洩報告")]
    PersonalInformation,

    [Word("システム事業者")]
    SystemVendor,

    [Word("近隣施設")]
    Neighbour,
}
