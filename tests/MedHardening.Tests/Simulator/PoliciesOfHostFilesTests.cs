using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>What Group Policy delivered (RSOP_RegistryPolicySetting) is what the registry of the host says.</summary>
public class PoliciesOfHostFilesTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    private const string Namespace = "root/rsop/computer";
    private const string Class = "RSOP_RegistryPolicySetting";
    private const string Storage = @"SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices";

    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("04-half-wpd-ja")]
    [InlineData("06-write-only-ja")]
    [InlineData("08-good-server-ja")]
    [InlineData("09-bad-server-ja")]
    [InlineData("10-good-dc-ja")]
    public async Task A_delivered_value_stands_in_the_registry(string sample)
    {
        IReadOnlyList<CimObject> rows = await carried.RowsAsync(sample, Namespace, Class);
        Assert.NotEmpty(rows);
        foreach (CimObject row in rows)
        {
            RegistryValue value = (await carried.KeyAsync(sample, row.String("registryKey")!))![row.String("valueName")!]!;
            byte[] bytes = row.Strings("value").Select(b => byte.Parse(b!, CultureInfo.InvariantCulture)).ToArray();
            (uint type, object data) = row.UInt32("valueType") switch
            {
                1 => (1u, (object)Encoding.Unicode.GetString(bytes).TrimEnd('\0')),
                4 => (4u, BitConverter.ToUInt32(bytes)),
                uint other => (other, other),
                null => (0u, ""),
            };
            Assert.Equal(((uint)value.Type, Text(data)), (type, Text(value.Data)));
        }
    }

    [Theory]
    [InlineData("01-good-client-ja", 16)]
    [InlineData("02-good-client-en", 16)]
    [InlineData("03-deny-all-ja", 1)]
    [InlineData("04-half-wpd-ja", 14)]
    [InlineData("05-hospital-client-ja", 0)]
    [InlineData("06-write-only-ja", 6)]
    [InlineData("07-wrong-type-ja", 0)] // a file of somebody wrote the string, no policy did
    [InlineData("08-good-server-ja", 16)]
    [InlineData("09-bad-server-ja", 0)]
    public async Task Of_removable_storage_so_many_values_are_delivered(string sample, int count) => Assert.Equal(
        count,
        (await carried.RowsAsync(sample, Namespace, Class))
            .Count(r => r.String("registryKey")!.StartsWith(Storage, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public async Task A_setting_of_two_policies_has_a_row_for_each_and_the_first_is_in_force()
    {
        IReadOnlyList<CimObject> rows = await carried.RowsAsync(
            "09-bad-server-ja", Namespace, "RSOP_SecuritySettingNumeric", null, " WHERE KeyName = 'MinimumPasswordLength'");

        Assert.Equal([(1u, 6u), (2u, 13u), (3u, 7u)], rows.Select(r => (r.UInt32("precedence")!.Value, r.UInt32("Setting")!.Value)).Order());
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
