using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;

namespace MedHardening.Checklist.Records;

/// <summary>3-②: what care needs, where its copies are, and whether they have ever been restored.</summary>
public sealed record BackupSection
{
    /// <summary>診療を継続するために必要な情報.</summary>
    public IReadOnlyList<string>? NeededForCare { get; init; }

    /// <summary>What the copies are for.</summary>
    public IReadOnlyList<BackupPurpose>? Purposes { get; init; }

    /// <summary>Every copy, the original not among them.</summary>
    public IReadOnlyList<BackupCopy>? Copies { get; init; }

    /// <summary>Systems in the order in which they are brought back.</summary>
    public IReadOnlyList<string>? RecoveryOrder { get; init; }

    /// <summary>When and with whom the vendor's part was agreed.</summary>
    public Document? VendorProcedure { get; init; }

    /// <summary>復旧手順書.</summary>
    public Document? Procedure { get; init; }

    /// <summary>Where the procedure can be read while the systems are down.</summary>
    public string? ReadableAt { get; init; }

    public IReadOnlyList<RestoreTest>? RestoreTests { get; init; }

    public sealed record BackupCopy
    {
        public required string Name { get; init; }

        public required BackupMedium Medium { get; init; }

        /// <summary>Where it is kept.</summary>
        public required string Place { get; init; }

        /// <summary>Cut off from the network except while it is written.</summary>
        public bool Offline { get; init; }

        /// <summary>Kept at another site.</summary>
        public bool Offsite { get; init; }

        /// <summary>Cannot be changed before its time (WORM).</summary>
        public bool Immutable { get; init; }

        [Within(1, 10000)]
        public int? Generations { get; init; }

        [Within(1, 366)]
        public int? EveryDays { get; init; }
    }

    public sealed record RestoreTest : IRuled
    {
        public required DateTime On { get; init; }

        /// <summary>What was restored.</summary>
        public required string Target { get; init; }

        public required bool Restored { get; init; }

        [Within(0, 100000)]
        public int? Minutes { get; init; }

        /// <summary>立会者.</summary>
        public Person? Witness { get; init; }

        IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile) => string.IsNullOrWhiteSpace(Target) ? [Mistake.Blank("target")] : [];
    }

    internal RestoreTest? LastTest(DateTime asOf) => (RestoreTests ?? []).Where(t => t.On <= asOf.Date).OrderByDescending(t => t.On).FirstOrDefault();
}

/// <summary>What a copy is for.</summary>
public enum BackupPurpose
{
    [Word("復旧")]
    Restore,

    [Word("縮退運転")]
    [Word("参照")]
    DegradedRunning,

    [Word("紙運用")]
    Paper,
}

/// <summary>The medium of a copy.</summary>
public enum BackupMedium
{
    [Word("HDD")]
    Hdd,

    [Word("SSD")]
    Ssd,

    [Word("LTO")]
    [Word("テープ")]
    Tape,

    [Word("光ディスク")]
    Optical,

    [Word("クラウド")]
    Cloud,
}
