using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>The carried host files are what the comments at their tops say.</summary>
public class HostFilesTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    public static TheoryData<string> Files => new(Directory.EnumerateFiles(CarriedHosts.Folder, "*.yaml").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_loads(string file)
    {
        SimulatedHost host = SimulatedFleet.Load(file, "KARTE-01", IPAddress.Loopback);

        Assert.Equal(("KARTE-01", Path.GetFileNameWithoutExtension(file)), (host.Name, host.Archetype));
    }

    [Fact]
    public void A_fleet_is_made_of_the_samples_and_of_no_base() => Assert.Equal(
        [
            ("01-good-client-ja", "client", "Writable"),
            ("02-good-client-en", "client", "Writable"),
            ("03-deny-all-ja", "client", "ReadOnly"),
            ("04-half-wpd-ja", "client", "Writable"),
            ("05-hospital-client-ja", "client", "Writable"),
            ("06-write-only-ja", "client", "Writable"),
            ("07-wrong-type-ja", "client", "ReadOnly"),
            ("08-good-server-ja", "server", "ReadOnly"),
            ("09-bad-server-ja", "server", "ReadOnly"),
            ("10-good-dc-ja", "server", "ReadOnly"),
            ("11-few-rights-ja", "client", "ReadOnly"),
            ("12-access-denied-ja", "client", "ReadOnly"),
            ("13-vendor-console-ja", "client", "NotContactable"),
        ],
        carried.Hosts.Select(h => (h.Archetype, h.Role, h.Handling)));

    [Theory]
    [InlineData("01-good-client-ja", "Microsoft Windows 11 Enterprise", "26200", "64 ビット", 1u, "hospital.example")]
    [InlineData("02-good-client-en", "Microsoft Windows 11 Enterprise", "26200", "64-bit", 1u, "hospital.example")]
    [InlineData("05-hospital-client-ja", "Microsoft Windows 10 Pro", "19045", "64 ビット", 0u, "WORKGROUP")]
    [InlineData("08-good-server-ja", "Microsoft Windows Server 2022 Standard", "20348", "64 ビット", 3u, "hospital.example")]
    [InlineData("10-good-dc-ja", "Microsoft Windows Server 2022 Standard", "20348", "64 ビット", 5u, "hospital.example")]
    [InlineData("13-vendor-console-ja", "Microsoft Windows 10 IoT Enterprise LTSC", "19044", "64 ビット", 0u, "WORKGROUP")]
    public async Task A_host_says_what_it_is(
        string sample, string caption, string build, string architecture, uint domainRole, string domain)
    {
        CimObject system = await carried.SingleAsync(sample, "Win32_OperatingSystem");
        CimObject computer = await carried.SingleAsync(sample, "Win32_ComputerSystem");
        CimObject bios = await carried.SingleAsync(sample, "Win32_BIOS");
        string name = carried.Host(sample).Name;

        Assert.Equal((caption, build, architecture), (system.String("Caption"), system.String("BuildNumber"), system.String("OSArchitecture")));
        Assert.Equal((name, name), (system.String("CSName"), computer.String("DNSHostName")));
        Assert.Equal((domainRole, domain), (computer.UInt32("DomainRole"), computer.String("Domain")));
        Assert.Equal("SN-" + name, bios.String("SerialNumber"));
    }

    [Fact]
    public async Task The_English_client_has_the_services_of_the_Japanese_one_under_other_display_names()
    {
        IReadOnlyList<ServiceState> japanese = await carried.ServicesAsync("01-good-client-ja");
        IReadOnlyList<ServiceState> english = await carried.ServicesAsync("02-good-client-en");

        Assert.Equal(japanese.Select(s => (s.Name, s.State, s.StartMode)), english.Select(s => (s.Name, s.State, s.StartMode)));
        Assert.Equal("Windows プッシュ通知システム サービス", japanese.Single(s => s.Name == "WpnService").DisplayName);
        Assert.Equal("Windows Push Notifications System Service", english.Single(s => s.Name == "WpnService").DisplayName);
        Assert.All(english, s => Assert.All(s.DisplayName, c => Assert.InRange(c, ' ', '~')));
    }

    [Fact]
    public async Task Somebody_is_signed_in_to_a_client_so_that_per_user_services_have_instances()
    {
        using ICimSession session = await carried.OpenAsync("01-good-client-ja");
        IReadOnlyList<CimObject> rows = await session.QueryAsync(CimQuery.Class("root/cimv2", "Win32_Service"), CancellationToken.None);
        CimObject template = rows.Single(r => r.String("Name") == "CDPUserSvc");
        CimObject instance = rows.Single(r => r.String("Name") == "CDPUserSvc_1a2b3");

        Assert.Equal(("Stopped", "Running"), (template.String("State"), instance.String("State")));
        Assert.Equal("Connected Devices Platform ユーザー サービス_1a2b3", instance.String("DisplayName"));
        Assert.Null(instance["StartName"]);
        Assert.InRange(rows.Count, 275, 290);
    }

    [Theory]
    [InlineData("05-hospital-client-ja", "01-good-client-ja",
        "AnyDesk Browser NlaSvc SessionEnv SgrmBroker TMBMServer TabletInputService TeamViewer TermService TmCCSF TmWSCSvc UmRdpService gupdate ntrtscan tmlisten")]
    [InlineData("09-bad-server-ja", "08-good-server-ja", "Spooler TlntSvr uvnc_service")]
    [InlineData("10-good-dc-ja", "08-good-server-ja", "ADWS DFSR DNS Dfs IsmServ Kdc NTDS")]
    [InlineData("04-half-wpd-ja", "01-good-client-ja", "")]
    public async Task What_runs_beside_the_services_of_a_good_host_is_what_the_file_says(string sample, string good, string more)
    {
        HashSet<string> active = await carried.ActiveAsync(sample);
        active.ExceptWith(await carried.ActiveAsync(good));

        Assert.Equal(more, string.Join(" ", active.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task An_account_with_few_rights_does_not_see_eight_services() => Assert.Equal(
        ["gpsvc", "LSM", "MDCoreSvc", "NetSetupSvc", "Sense", "TermService", "WdNisSvc", "WinDefend"],
        (await carried.ServicesAsync("11-few-rights-ja")).Where(s => !s.IsReadable).Select(s => s.Name));

    [Fact]
    public async Task The_client_that_denies_access_denies_it_to_every_question()
    {
        CimFault query = await Assert.ThrowsAsync<CimFault>(() => carried.ServicesAsync("12-access-denied-ja"));
        CimFault method = await Assert.ThrowsAsync<CimFault>(() => carried.KeyAsync("12-access-denied-ja", "SOFTWARE"));

        Assert.Equal((CimFaultKind.AccessDenied, CimFaultKind.AccessDenied), (query.Kind, method.Kind));
    }

    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("05-hospital-client-ja")]
    public async Task A_client_has_some_120_programs_in_the_two_views_of_the_registry(string sample)
    {
        RegistryKey own = (await carried.KeyAsync(sample, @"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"))!;
        RegistryKey other = (await carried.KeyAsync(sample, @"SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall"))!;

        Assert.InRange(own.SubKeys.Count + other.SubKeys.Count, 115, 135);
        Assert.Contains("Microsoft Edge", other.SubKeys);
    }
}
