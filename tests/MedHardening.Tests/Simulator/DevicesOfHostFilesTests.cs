using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>
/// Disks and devices of the carried hosts: two external ones are plugged into the un-hardened client, of which one, an SSD that speaks
/// UAS, does not look like USB in Win32_DiskDrive.
/// </summary>
public class DevicesOfHostFilesTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    private const string Sample = "05-hospital-client-ja";
    private const string Stick = @"USBSTOR\DISK&VEN_BUFFALO&PROD_USB_FLASH_DISK&REV_4000\A200000000012345&0";

    [Fact]
    public async Task Disks_are_typed_as_documented()
    {
        IReadOnlyList<CimObject> disks = await RowsAsync("Win32_DiskDrive");

        Assert.Equal(
            [
                ("IDE", "Fixed hard disk media", 500105249280ul),
                ("USB", "Removable Media", 15502556160ul),
                ("SCSI", "External hard disk media", 1000202273280ul),
            ],
            disks.Select(d => (d.String("InterfaceType"), d.String("MediaType"), d.UInt64("Size")!.Value)));
        Assert.Equal(["3", "4", "7"], disks[1].Strings("Capabilities"));
        Assert.Equal(Stick, disks[1].String("PNPDeviceID"));
    }

    [Fact]
    public async Task Volumes_and_logical_disks_agree()
    {
        IReadOnlyList<CimObject> volumes = await RowsAsync("Win32_Volume");
        IReadOnlyList<CimObject> disks = await RowsAsync("Win32_LogicalDisk");

        Assert.Equal([("C:", 3u), ("E:", 2u), ("F:", 3u)], disks.Select(d => (d.String("DeviceID")!, d.UInt32("DriveType")!.Value)));
        Assert.Equal(
            disks.Select(d => (d.String("DeviceID"), d.UInt32("DriveType"), d.String("FileSystem"), d.UInt64("Size"))),
            volumes.Select(v => (v.String("DriveLetter"), v.UInt32("DriveType"), v.String("FileSystem"), v.UInt64("Capacity"))));
    }

    [Fact]
    public async Task Every_disk_is_a_device_and_the_registry_knows_the_stick()
    {
        HashSet<string> devices = (await RowsAsync("Win32_PnPEntity")).Select(d => d.String("DeviceID")!).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.All(await RowsAsync("Win32_DiskDrive"), d => Assert.Contains(d.String("PNPDeviceID")!, devices));
        Assert.NotNull(await carried.KeyAsync(Sample, @"SYSTEM\CurrentControlSet\Enum\" + Stick));
    }

    [Fact]
    public async Task A_device_tells_when_it_was_plugged_in()
    {
        IReadOnlyList<CimObject> properties = await PropertiesAsync("DEVPKEY_Device_LastArrivalDate", "{83da6326-97a6-4088-9453-a1923f573b29} 101");

        Assert.All(properties, p => Assert.Equal(("Win32_PnPDevicePropertyDateTime", 16u, Stick), (p.ClassName, p.UInt32("Type"), p.String("DeviceID"))));
        Assert.Equal(
            [
                ("DEVPKEY_Device_FirstInstallDate", new DateTimeOffset(2019, 6, 3, 10, 12, 1, TimeSpan.FromHours(9))),
                ("DEVPKEY_Device_LastArrivalDate", new DateTimeOffset(2026, 11, 20, 16, 2, 10, TimeSpan.FromHours(9))),
            ],
            properties.Select(p => (p.String("KeyName")!, p.DateTime("Data")!.Value)));
    }

    [Fact]
    public async Task Without_names_a_device_tells_all_it_has_each_in_the_class_of_its_type()
    {
        IReadOnlyList<CimObject> properties = await PropertiesAsync();
        CimObject Named(string name) => properties.Single(p => p.String("KeyName") == name);

        Assert.True(Named("DEVPKEY_Device_IsPresent").Boolean("Data"));
        Assert.Equal(20u, Named("DEVPKEY_Device_Capabilities").UInt32("Data"));
        Assert.Equal("Disk drive", Named("DEVPKEY_Device_DeviceDesc").String("Data"));
        Assert.Equal(["USBSTOR\\DiskBUFFALO_USB_Flash_Disk_4000"], Named("DEVPKEY_Device_HardwareIds").Strings("Data"));
    }

    [Fact]
    public async Task A_property_that_a_device_does_not_have_is_left_out() => Assert.Empty(await PropertiesAsync("DEVPKEY_Device_Nonsense"));

    [Fact]
    public async Task The_properties_come_out_of_the_method_only() => Assert.Empty(await RowsAsync("Win32_PnPDevicePropertyDateTime"));

    [Fact]
    public async Task An_unknown_method_is_a_fault()
    {
        using ICimSession session = await carried.OpenAsync(Sample);

        await Assert.ThrowsAsync<CimFault>(() => session.InvokeAsync(
            new CimMethod("root/cimv2", "Win32_PnPEntity", "Explode") { Keys = Keys() }, CancellationToken.None));
    }

    private Task<IReadOnlyList<CimObject>> RowsAsync(string className) => carried.RowsAsync(Sample, "root/cimv2", className);

    private static Dictionary<string, string> Keys() => new() { ["DeviceID"] = Stick };

    private async Task<IReadOnlyList<CimObject>> PropertiesAsync(params string[] keys)
    {
        using ICimSession session = await carried.OpenAsync(Sample);
        CimObject result = await session.InvokeAsync(
            new CimMethod("root/cimv2", "Win32_PnPEntity", "GetDeviceProperties")
            {
                Keys = Keys(),
                Parameters = keys.Length == 0 ? [] : [new KeyValuePair<string, object?>("devicePropertyKeys", keys)],
            },
            CancellationToken.None);
        Assert.Equal(0u, result.UInt32("ReturnValue"));
        return result.List("deviceProperties").Cast<CimObject>().ToArray();
    }
}
