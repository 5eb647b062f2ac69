using System;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.RemovableStorage;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>Keys and values from the ADMX files that StorageOption names; verdicts by hand.</summary>
public class RemovableStorageOptionsTests
{
    private readonly RemovableStorageOptions _check = new();

    [Theory]
    [InlineData(StorageOption.NoRemoteDirectAccess, @"SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices", "AllowRemoteDASD", 0u, 1u)]
    [InlineData(StorageOption.AdministratorsObey, @"SOFTWARE\Policies\Microsoft\Windows\DeviceInstall\Restrictions", "AllowAdminInstall", 0u, 1u)]
    [InlineData(StorageOption.DenyUnspecifiedDevices, @"SOFTWARE\Policies\Microsoft\Windows\DeviceInstall\Restrictions", "DenyUnspecified", 1u, 0u)]
    [InlineData(StorageOption.DenyRemovableDevices, @"SOFTWARE\Policies\Microsoft\Windows\DeviceInstall\Restrictions", "DenyRemovableDevices", 1u, 0u)]
    [InlineData(StorageOption.LayeredEvaluation, @"SOFTWARE\Policies\Microsoft\Windows\DeviceInstall\Restrictions", "AllowDenyLayered", 1u, 0u)]
    [InlineData(StorageOption.WriteEncryptedDrivesOnly, @"SYSTEM\CurrentControlSet\Policies\Microsoft\FVE", "RDVDenyWriteAccess", 1u, 0u)]
    [InlineData(StorageOption.WriteOwnDrivesOnly, @"SOFTWARE\Policies\Microsoft\FVE", "RDVDenyCrossOrg", 1u, 0u)]
    [InlineData(StorageOption.EnhancedStorageOnly, @"SOFTWARE\Policies\Microsoft\Windows\EnhancedStorageDevices", "DisallowLegacyDiskDevices", 1u, 0u)]
    [InlineData(StorageOption.LockStorageWithComputer, @"SOFTWARE\Policies\Microsoft\Windows\EnhancedStorageDevices", "LockDeviceOnMachineLock", 1u, 0u)]
    [InlineData(StorageOption.NoDriveRedirection, @"SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services", "fDisableCdm", 1u, 0u)]
    [InlineData(StorageOption.NoUsbStorageDriver, @"SYSTEM\CurrentControlSet\Services\USBSTOR", "Start", 4u, 3u)]
    [InlineData(StorageOption.NoUsbAttachedScsiDriver, @"SYSTEM\CurrentControlSet\Services\UASPStor", "Start", 4u, 3u)]
    public async Task Each_option_has_its_own_value(object option, string key, string name, uint good, uint bad)
    {
        RemovableStorageOptions.Settings demand = new() { Demand = [(StorageOption)option] };
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(Host().With(key, name, good), demand)).Outcome);
        Assert.Equal(Outcome.Fail, (await _check.JudgeAsync(Host().With(key, name, bad), demand)).Outcome);
        Assert.Equal(Outcome.Unknown, (await _check.JudgeAsync(Host().With(key, name, "1"), demand)).Outcome);
    }

    [Fact]
    public async Task Only_what_Windows_does_by_itself_holds_where_nothing_is_set()
    {
        foreach (StorageOption option in Enum.GetValues<StorageOption>())
        {
            Outcome expected = option is StorageOption.NoRemoteDirectAccess or StorageOption.AdministratorsObey ? Outcome.Pass : Outcome.Fail;
            Assert.Equal(expected, (await _check.JudgeAsync(Host(), new RemovableStorageOptions.Settings { Demand = [option] })).Outcome);
        }
    }

    [Fact]
    public async Task Policies_of_users_are_told_and_change_nothing()
    {
        FakeHost host = Host().With(@"\S-1-5-21-1-2-3-1001").With(@"\S-1-5-21-1-2-3-1001_Classes")
            .With(@"S-1-5-21-1-2-3-1001\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices", "Deny_All", 1u);
        Verdict verdict = await _check.JudgeAsync(host);
        Assert.Equal(Outcome.Pass, verdict.Outcome);
        Assert.Equal([@"HKU\S-1-5-21-1-2-3-1001"], verdict.Evidence.Select(e => e.Source).Where(s => s.StartsWith("HKU", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_demand_for_nothing_says_nothing() =>
        Assert.Equal("BaselineSilent", (await _check.JudgeAsync(Host(), new RemovableStorageOptions.Settings { Demand = [] })).Reason);

    [Fact]
    public async Task Users_that_cannot_be_listed_are_a_fault() =>
        await Assert.ThrowsAsync<CimFault>(() => _check.JudgeAsync(new FakeHost().Failing("", CimFaultKind.AccessDenied)));

    // The keys of a made-up host have no hive: this is HKU.
    private static FakeHost Host() => new FakeHost().With(@"\.DEFAULT");
}
