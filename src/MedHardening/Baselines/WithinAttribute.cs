using System;

namespace MedHardening.Baselines;

/// <summary>
/// The numbers that make sense for a setting, or for each number of a list or map of them, both ends included; others are
/// faults of the file.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WithinAttribute(long least, long most) : Attribute
{
    public long Least { get; } = least;

    public long Most { get; } = most;
}
