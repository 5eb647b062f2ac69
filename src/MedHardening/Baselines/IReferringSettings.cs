namespace MedHardening.Baselines;

/// <summary>Settings that name another file. It is read together with the baseline, so that its mistakes are told before anything is measured.</summary>
internal interface IReferringSettings
{
    /// <summary>The same settings with what the file says.</summary>
    /// <param name="folder">The folder of the baseline: paths are relative to it.</param>
    /// <exception cref="InvalidFileException">The file cannot be used.</exception>
    object Read(string folder);
}
