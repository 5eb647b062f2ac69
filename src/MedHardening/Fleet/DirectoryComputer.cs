using System;

namespace MedHardening.Fleet;

/// <summary>A computer that a directory domain knows and has not disabled.</summary>
/// <param name="Name">DNS name, or the short one where the directory has no other.</param>
/// <param name="LastLogon">The last sign-in that the directory knows of, up to 14 days behind; null when it knows none.</param>
public sealed record DirectoryComputer(string Name, DateTime? LastLogon);
