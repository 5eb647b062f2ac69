using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Every class of the carried hosts can be read by WQL, and says the same in both languages but for its texts.</summary>
public class ClassesOfHostFilesTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    private const string Cimv2 = "root/cimv2";
    private const string Standard = "root/StandardCimv2";
    private const string Policies = "root/rsop/computer";
    private const string Tasks = "root/Microsoft/Windows/TaskScheduler";
    private const string Defender = "root/Microsoft/Windows/Defender";
    private const string SecurityCenter = "root/SecurityCenter2";

    [Theory]
    [InlineData(Cimv2, "Win32_UserAccount", 9, 8, 8)]
    [InlineData(Cimv2, "Win32_Group", 21, 19, 21)]
    [InlineData(Cimv2, "Win32_GroupUser", 8, 10, 7)]
    [InlineData(Cimv2, "Win32_QuickFixEngineering", 4, 3, 2)]
    [InlineData(Cimv2, "Win32_NTLogEvent", 135, 145, 143)]
    [InlineData(Cimv2, "Win32_NTEventlogFile", 7, 7, 7)]
    [InlineData(Cimv2, "Win32_DiskDrive", 1, 3, 2)]
    [InlineData(Cimv2, "Win32_PnPEntity", 26, 19, 9)]
    [InlineData(Cimv2, "Win32_Volume", 3, 3, 3)]
    [InlineData(Cimv2, "Win32_LogicalDisk", 1, 3, 3)]
    [InlineData(Cimv2, "Win32_OptionalFeature", 34, 34, 16)]
    [InlineData(Policies, "RSOP_SecuritySettingNumeric", 14, 0, 14)]
    [InlineData(Policies, "RSOP_SecuritySettingBoolean", 5, 0, 5)]
    [InlineData(Policies, "RSOP_RegistryPolicySetting", 65, 0, 22)]
    [InlineData(Standard, "MSFT_NetFirewallProfile", 3, 3, 3)]
    [InlineData(Standard, "MSFT_NetFirewallRule", 397, 399, 223)]
    [InlineData(Standard, "MSFT_NetProtocolPortFilter", 397, 399, 223)]
    [InlineData(Standard, "MSFT_NetAddressFilter", 397, 399, 223)]
    [InlineData(Standard, "MSFT_NetApplicationFilter", 397, 399, 223)]
    [InlineData(Standard, "MSFT_NetServiceFilter", 397, 399, 223)]
    [InlineData(Standard, "MSFT_NetTCPConnection", 28, 30, 27)]
    [InlineData(Standard, "MSFT_NetUDPEndpoint", 11, 7, 8)]
    [InlineData(Tasks, "MSFT_ScheduledTask", 59, 60, 53)]
    [InlineData(Defender, "MSFT_MpComputerStatus", 1, 1, 1)]
    public async Task A_class_has_the_instances_of_a_client_of_an_old_client_and_of_a_server(
        string ns, string className, int client, int oldClient, int server)
    {
        Assert.Equal(
            (client, client, oldClient, server),
            ((await carried.RowsAsync("01-good-client-ja", ns, className)).Count, (await carried.RowsAsync("02-good-client-en", ns, className)).Count,
                (await carried.RowsAsync("05-hospital-client-ja", ns, className)).Count, (await carried.RowsAsync("08-good-server-ja", ns, className)).Count));
    }

    [Theory]
    [InlineData(Cimv2, "Win32_UserAccount", "Description FullName")]
    [InlineData(Cimv2, "Win32_Group", "Description")]
    [InlineData(Cimv2, "Win32_GroupUser", "")]
    [InlineData(Cimv2, "Win32_QuickFixEngineering", "")]
    [InlineData(Cimv2, "Win32_NTLogEvent", "CategoryString InsertionStrings Message Type")]
    [InlineData(Cimv2, "Win32_NTEventlogFile", "")]
    [InlineData(Cimv2, "Win32_DiskDrive", "Description Manufacturer")]
    [InlineData(Cimv2, "Win32_PnPEntity", "Caption Description Manufacturer Name")]
    [InlineData(Cimv2, "Win32_Volume", "")]
    [InlineData(Cimv2, "Win32_LogicalDisk", "Description")]
    [InlineData(Cimv2, "Win32_OptionalFeature", "Caption")]
    [InlineData(Policies, "RSOP_SecuritySettingNumeric", "")]
    [InlineData(Policies, "RSOP_RegistryPolicySetting", "")]
    [InlineData(Standard, "MSFT_NetFirewallRule", "DisplayGroup DisplayName ElementName")]
    [InlineData(Standard, "MSFT_NetProtocolPortFilter", "")]
    [InlineData(Standard, "MSFT_NetApplicationFilter", "")]
    [InlineData(Standard, "MSFT_NetTCPConnection", "")]
    [InlineData(Standard, "MSFT_NetUDPEndpoint", "")]
    [InlineData(Tasks, "MSFT_ScheduledTask", "")]
    [InlineData(Defender, "MSFT_MpComputerStatus", "")]
    [InlineData(SecurityCenter, "AntiVirusProduct", "")]
    public async Task The_two_languages_differ_in_texts_only(string ns, string className, string texts)
    {
        List<string[]> japanese = await TextAsync("01-good-client-ja", ns, className);
        List<string[]> english = await TextAsync("02-good-client-en", ns, className);
        IEnumerable<string> different = japanese.Zip(english, (j, e) => j.Zip(e).Where(p => p.First != p.Second).Select(p => p.First.Split('=')[0]))
            .SelectMany(n => n).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(texts, string.Join(" ", different));
        string[] names = texts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Names of people are what they are; the hospital's account names stay.
        Assert.All(
            english.SelectMany(e => e).Where(t => names.Contains(t.Split('=')[0]) && !t.StartsWith("FullName=", StringComparison.Ordinal)),
            t => Assert.All(t, c => Assert.InRange(c, '\t', '~')));
    }

    [Fact]
    public async Task Servers_have_no_security_center() => Assert.Equal(
        CimFaultKind.NamespaceNotFound,
        (await Assert.ThrowsAsync<CimFault>(() => carried.RowsAsync("08-good-server-ja", SecurityCenter, "AntiVirusProduct"))).Kind);

    [Fact]
    public async Task Clients_tell_their_antivirus_products()
    {
        Assert.Equal(["Windows Defender 397568"], await ProductsAsync("01-good-client-ja"));
        Assert.Equal(["Windows Defender 393472", "Trend Micro Apex One Antivirus 266256"], await ProductsAsync("05-hospital-client-ja"));
    }

    [Fact]
    public async Task A_domain_controller_has_the_accounts_of_the_domain_and_none_of_its_own()
    {
        IReadOnlyList<CimObject> users = await carried.RowsAsync("10-good-dc-ja", Cimv2, "Win32_UserAccount");

        Assert.All(users, u => Assert.Equal("SAMPLE", u.String("Domain")));
        Assert.Contains(users, u => u.String("Name") == "krbtgt" && u.Boolean("Disabled") == true);
    }

    private async Task<string[]> ProductsAsync(string sample) => (await carried.RowsAsync(sample, SecurityCenter, "AntiVirusProduct"))
        .Select(p => p.String("displayName") + " " + p.UInt32("productState")).ToArray();

    private async Task<List<string[]>> TextAsync(string sample, string ns, string className)
    {
        string name = carried.Host(sample).Name;
        string address = carried.Host(sample).Address.ToString();
        return (await carried.RowsAsync(sample, ns, className))
            .Select(r => r.Properties.Select(p => (p.Key + "=" + Text(p.Value)).Replace(name, "(name)").Replace(address, "(address)")).ToArray())
            .ToList();
    }

    private static string Text(object? value) => value switch
    {
        CimObject inner => inner.ClassName + "{" + string.Join(";", inner.Properties.Select(p => p.Key + "=" + Text(p.Value))) + "}",
        object?[] items => "[" + string.Join("|", items.Select(Text)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
