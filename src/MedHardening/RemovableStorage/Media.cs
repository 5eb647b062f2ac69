namespace MedHardening.RemovableStorage;

/// <summary>The device classes of RemovableStorage.admx.</summary>
public enum Media
{
    RemovableDisk,
    CdDvd,
    Floppy,
    Tape,

    /// <summary>Windows Portable Devices: smartphones, cameras, music players.</summary>
    PortableDevice,
}

/// <summary>What a policy of RemovableStorage.admx denies.</summary>
public enum Access
{
    Read,
    Write,
    Execute,
}
