using System;

namespace MedHardening.Baselines;

/// <summary>Patterns of names that choose: one that every name matches is a fault of the file, since nothing could ever be against it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SelectiveAttribute : Attribute;
