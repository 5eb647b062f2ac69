using System;
using System.Collections.Generic;

namespace MedHardening.Services;

/// <summary>One service, program, port, … of a baseline, with what a person has decided about it.</summary>
public abstract record BaselineEntry
{
    /// <summary>What a person knows it by: service name, name of a program, <c>tcp/445</c>, path of a task.</summary>
    public required string Name { get; init; }

    /// <summary>true: needed; false: must not be there, or not run; null: nobody has decided.</summary>
    public bool? Approved { get; init; }

    public string? Reason { get; init; }

    public string? By { get; init; }

    public DateTime? On { get; init; }

    /// <summary>In a merged baseline, on how many of its computers; null for all of them.</summary>
    public int? Hosts { get; init; }

    /// <summary>In a merged baseline, the keys whose values are not the same on all computers, and are not compared therefore.</summary>
    public IReadOnlyList<string> Varies { get; init; } = [];

    /// <summary>It was not there when the baseline was taken: the line keeps a decision only.</summary>
    public bool Absent { get; init; }

    internal abstract BaselineSection Section { get; }
}

/// <summary>Whether a service runs by itself.</summary>
public enum ServiceStartType
{
    Unknown,
    Automatic,

    /// <summary>Some two minutes after the start of Windows.</summary>
    AutomaticDelayed,
    Manual,
    Disabled,
    Boot,
    System,
}

/// <summary>What a service does. https://learn.microsoft.com/windows/win32/cimwin32prov/win32-service (State)</summary>
public enum ServiceRun
{
    Unknown,
    Running,
    Stopped,
    Paused,
    StartPending,
    StopPending,
    ContinuePending,
    PausePending,
}
