namespace MedHardening.RemovableStorage;

/// <summary>Settings beside the access policies that a facility may ask for, each one sentence of what must hold.</summary>
public enum StorageOption
{
    /// <summary>Remote sessions get no direct access to storage (RemovableStorage.admx, AllowRemoteDASD).</summary>
    NoRemoteDirectAccess,

    /// <summary>Administrators obey the restrictions of device installation too (DeviceInstallation.admx, AllowAdminInstall).</summary>
    AdministratorsObey,

    /// <summary>Devices that no policy describes are not installed (DenyUnspecified).</summary>
    DenyUnspecifiedDevices,

    /// <summary>Removable devices are not installed (DenyRemovableDevices).</summary>
    DenyRemovableDevices,

    /// <summary>Allowed instance IDs win over denied classes (AllowDenyLayered, Windows 10 21H2 and later).</summary>
    LayeredEvaluation,

    /// <summary>Drives without BitLocker cannot be written (VolumeEncryption.admx, RDVDenyWriteAccess).</summary>
    WriteEncryptedDrivesOnly,

    /// <summary>Drives of other organizations cannot be written (RDVDenyCrossOrg).</summary>
    WriteOwnDrivesOnly,

    /// <summary>Storage without Enhanced Storage is refused (EnhancedStorage.admx, DisallowLegacyDiskDevices).</summary>
    EnhancedStorageOnly,

    /// <summary>Enhanced Storage is locked with the computer (LockDeviceOnMachineLock).</summary>
    LockStorageWithComputer,

    /// <summary>Remote desktop carries no drives (TerminalServer.admx, fDisableCdm).</summary>
    NoDriveRedirection,

    /// <summary>The driver of USB storage is disabled.</summary>
    NoUsbStorageDriver,

    /// <summary>The driver of USB attached SCSI, which fast sticks use in its place, is disabled.</summary>
    NoUsbAttachedScsiDriver,
}
