using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.RemovableStorage;

/// <summary>Where an option stands in HKLM.</summary>
/// <param name="Good">The number that fulfils it.</param>
/// <param name="GoodWhenAbsent">Whether Windows fulfils it where nothing is set, as the .adml file of the policy says.</param>
/// <param name="IsOneOfMany">The key holds much that is of no use here, so only this value is asked for.</param>
internal sealed record StorageSetting(string Key, string Name, uint Good, bool GoodWhenAbsent = false, bool IsOneOfMany = false)
{
    private const string Policies = @"SOFTWARE\Policies\Microsoft\";
    private const string Restrictions = Policies + @"Windows\DeviceInstall\Restrictions";
    private const string Services = @"SYSTEM\CurrentControlSet\Services\";

    public static IReadOnlyDictionary<StorageOption, StorageSetting> All { get; } = new Dictionary<StorageOption, StorageSetting>
    {
        [StorageOption.NoRemoteDirectAccess] = new(Policies + @"Windows\RemovableStorageDevices", "AllowRemoteDASD", 0, GoodWhenAbsent: true),
        [StorageOption.AdministratorsObey] = new(Restrictions, "AllowAdminInstall", 0, GoodWhenAbsent: true),
        [StorageOption.DenyUnspecifiedDevices] = new(Restrictions, "DenyUnspecified", 1),
        [StorageOption.DenyRemovableDevices] = new(Restrictions, "DenyRemovableDevices", 1),
        [StorageOption.LayeredEvaluation] = new(Restrictions, "AllowDenyLayered", 1),
        // Unlike the other policies of BitLocker this one is below SYSTEM (VolumeEncryption.admx).
        [StorageOption.WriteEncryptedDrivesOnly] = new(@"SYSTEM\CurrentControlSet\Policies\Microsoft\FVE", "RDVDenyWriteAccess", 1),
        [StorageOption.WriteOwnDrivesOnly] = new(Policies + "FVE", "RDVDenyCrossOrg", 1),
        [StorageOption.EnhancedStorageOnly] = new(Policies + @"Windows\EnhancedStorageDevices", "DisallowLegacyDiskDevices", 1),
        [StorageOption.LockStorageWithComputer] = new(Policies + @"Windows\EnhancedStorageDevices", "LockDeviceOnMachineLock", 1),
        [StorageOption.NoDriveRedirection] = new(Policies + @"Windows NT\Terminal Services", "fDisableCdm", 1, IsOneOfMany: true),
        // Start 4 is disabled: https://learn.microsoft.com/windows-hardware/drivers/install/hklm-system-currentcontrolset-services-registry-tree
        [StorageOption.NoUsbStorageDriver] = new(Services + "USBSTOR", "Start", 4, IsOneOfMany: true),
        [StorageOption.NoUsbAttachedScsiDriver] = new(Services + "UASPStor", "Start", 4, IsOneOfMany: true),
    };

    /// <summary>The value; null when it is absent.</summary>
    /// <exception cref="CimFault">It exists but cannot be read.</exception>
    public async Task<RegistryValue?> ReadAsync(ICimSession session, CancellationToken cancel)
    {
        if (IsOneOfMany)
            return await session.ReadValueAsync(RegistryHive.LocalMachine, Key, Name, RegistryType.DWord, cancel).ConfigureAwait(false);
        RegistryKey? key = await session.ReadKeyAsync(RegistryHive.LocalMachine, Key, cancel).ConfigureAwait(false);
        return key?[Name];
    }
}
