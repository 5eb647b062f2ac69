using System;
using System.Collections.Generic;

namespace MedHardening.Services;

/// <summary>What became different.</summary>
public enum ServiceChange
{
    Added,
    Removed,
    StateChanged,
    StartTypeChanged,
    PathChanged,
    AccountChanged,
    VersionChanged,
    PortOpened,
    PortClosed,

    /// <summary>The baseline says that it must not be there.</summary>
    NotApproved,

    /// <summary>A service that, by the baseline, must not run, runs or starts itself.</summary>
    ShouldBeStopped,
}

/// <summary>How soon somebody should look.</summary>
public enum DifferenceSeverity
{
    Information,
    Low,
    Medium,
    High,
}

/// <summary>What is typical of unwanted software, and of careless vendors.</summary>
public enum SuspiciousMark
{
    /// <summary>A path with blanks and without quotation marks: whoever may write C:\Program.exe runs with the rights of the service (CWE-428).</summary>
    UnquotedPath,

    /// <summary>The program is in a folder into which ordinary users may write.</summary>
    WritableFolder,

    /// <summary>The program has the name of one of Windows, in another folder.</summary>
    SystemNameElsewhere,

    /// <summary>A service of the system account that no installed program, and not Windows, accounts for.</summary>
    NoInstallRecord,

    /// <summary>The name looks like another one and is not: mixed alphabets, 0 for O, 1 for l.</summary>
    LookAlikeName,
}

/// <summary>One thing of one computer that is not as in the baseline.</summary>
/// <param name="Name">As <see cref="BaselineEntry.Name"/>; a dynamic port by its range.</param>
/// <param name="Old">What the baseline says; null when it has nothing of the kind.</param>
/// <param name="New">What the computer has; null when it has nothing of the kind.</param>
public sealed record ServiceDifference(
    string Computer, BaselineSection Section, string Name, ServiceChange Change, string? Old, string? New)
{
    public string? DisplayName { get; init; }

    public DifferenceSeverity Severity { get; init; }

    /// <summary>How soon, if nothing explained it.</summary>
    internal DifferenceSeverity Unexplained { get; init; }

    public IReadOnlyList<SuspiciousMark> Marks { get; init; } = Array.Empty<SuspiciousMark>();

    /// <summary>Updates and programs that came since the baseline was taken and account for it.</summary>
    public IReadOnlyList<string> ExplainedBy { get; init; } = Array.Empty<string>();

    /// <summary>In a merged baseline it is there, but on few of its computers.</summary>
    public bool IsRare { get; init; }

    /// <summary>Why it matters, in one or two sentences.</summary>
    public Text Why => DifferenceWords.Why(this);
}
