using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>The policies of the carried hosts, value by value, as RemovableStorage.admx writes them or as the sample gets them wrong.</summary>
public class RemovableStorageOfHostFilesTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    private const string Policies = @"SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices";

    private static readonly string[] s_drives =
    [
        "{53f56308-b6bf-11d0-94f2-00a0c91efb8b}", // CD and DVD
        "{53f5630b-b6bf-11d0-94f2-00a0c91efb8b}", // tape
        "{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}", // removable disks
        "{53f56311-b6bf-11d0-94f2-00a0c91efb8b}", // floppy
    ];

    private static readonly string[] s_portable = ["{6AC27878-A6FA-4155-BA85-F98F491D4F33}", "{F33FDC04-D1AC-4E8E-9A30-19BBD4B108AE}"];

    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("02-good-client-en")]
    [InlineData("08-good-server-ja")]
    [InlineData("10-good-dc-ja")]
    [InlineData("11-few-rights-ja")]
    public async Task A_good_host_denies_every_access_to_every_kind_of_medium(string sample) => Assert.Equal(
        Denied(s_drives, "Deny_Execute", "Deny_Read", "Deny_Write").Concat(Denied(s_portable, "Deny_Read", "Deny_Write")),
        await PoliciesAsync(sample));

    [Fact]
    public async Task One_policy_can_deny_all() => Assert.Equal(["Deny_All=1"], await PoliciesAsync("03-deny-all-ja"));

    [Fact]
    public async Task A_host_can_lack_one_of_the_two_keys_of_one_policy() => Assert.Equal(
        Denied(s_drives, "Deny_Execute", "Deny_Read", "Deny_Write").Concat(Denied(s_portable[..1], "Deny_Read", "Deny_Write")),
        await PoliciesAsync("04-half-wpd-ja"));

    [Fact]
    public async Task A_host_can_deny_writing_only() =>
        Assert.Equal(Denied(s_drives.Concat(s_portable), "Deny_Write"), await PoliciesAsync("06-write-only-ja"));

    [Theory]
    [InlineData("05-hospital-client-ja")]
    [InlineData("09-bad-server-ja")]
    [InlineData("13-vendor-console-ja")]
    public async Task A_host_without_policy_has_no_key(string sample) => Assert.Null(await carried.KeyAsync(sample, Policies));

    [Fact]
    public async Task A_value_can_have_the_wrong_type()
    {
        RegistryKey key = (await carried.KeyAsync("07-wrong-type-ja", Policies))!;

        Assert.Equal(new RegistryValue(RegistryType.String, "1"), key["Deny_All"]);
        Assert.Equal(CimFaultKind.Protocol, Assert.Throws<CimFault>(() => key.DWord("Deny_All")).Kind);
    }

    private static IEnumerable<string> Denied(IEnumerable<string> classes, params string[] values) =>
        classes.SelectMany(c => values.Select(v => c + @"\" + v + "=1"));

    private async Task<string[]> PoliciesAsync(string sample)
    {
        RegistryKey root = (await carried.KeyAsync(sample, Policies))!;
        List<string> found = [.. Values(root, "")];
        foreach (string name in root.SubKeys.Order(StringComparer.Ordinal))
            found.AddRange(Values((await carried.KeyAsync(sample, Policies + @"\" + name))!, name + @"\"));
        return [.. found];
    }

    private static IEnumerable<string> Values(RegistryKey key, string prefix) =>
        key.ValueNames.Order(StringComparer.Ordinal).Select(name => prefix + name + "=" + key.DWord(name));
}
