using System.Collections.Generic;
using MedHardening.Baselines;

namespace MedHardening.PowerShell;

/// <summary>Whether a file is fit for use.</summary>
public sealed class FileTest
{
    internal FileTest(FileValidation file)
    {
        Path = file.Path;
        IsValid = file.IsValid;
        Faults = file.Faults;
    }

    public string Path { get; }

    public bool IsValid { get; }

    /// <summary>The mistakes, in the order of the file.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    public override string ToString() => Path;
}
