using System;
using System.Collections.Generic;

namespace MedHardening.Checklist.Records;

/// <summary>3-③: the plan for going on with care under a cyber attack.</summary>
public sealed record BcpSection
{
    public Document? Document { get; init; }

    public Person? ApprovedBy { get; init; }

    public DateTime? ApprovedOn { get; init; }

    /// <summary>発動の判断基準.</summary>
    public string? Triggers { get; init; }

    /// <summary>サイバー攻撃を想定したBCP策定の確認表, filled in.</summary>
    public Document? CheckTable { get; init; }

    public IReadOnlyList<Drill>? Drills { get; init; }

    public sealed record Drill
    {
        public required DateTime On { get; init; }

        public required string Scenario { get; init; }

        public string? Participants { get; init; }

        public string? Result { get; init; }
    }
}
