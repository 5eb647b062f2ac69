namespace MedHardening.Baselines.Yaml;

/// <summary>A value with its place, for what can only be judged after the whole file is read.</summary>
internal sealed record Located<T>(T Value, Place Place);
