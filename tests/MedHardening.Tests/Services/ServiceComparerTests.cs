using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Services;
using Xunit;

namespace MedHardening.Tests.Services;

public class ServiceComparerTests
{
    // What a restart, another sign-in and an update of Edge's and Defender's own files do, and nothing else.
    private const string AfterRestart =
        """
        instances:
          root/cimv2:
            Win32_Service:
              - {Name: CDPUserSvc_1a2b3, $remove: true}
              - {Name: CDPUserSvc_9f8e7d, DisplayName: x, State: Running, StartMode: Auto, ServiceType: Unknown, ProcessId: 9000, PathName: 'C:\Windows\system32\svchost.exe -k UnistackSvcGroup'}
              - {Name: GoogleChromeElevationService, PathName: '"C:\Program Files\Google\Chrome\Application\143.0.7500.12\elevation_service.exe"'}
              - {Name: MDCoreSvc, PathName: '"C:\ProgramData\Microsoft\Windows Defender\Platform\4.18.26110.1002-0\MpDefenderCoreService.exe"'}
              - {Name: msiserver, State: Running}
              - {Name: W32Time, State: Stopped}
          root/StandardCimv2:
            MSFT_NetTCPConnection:
              - {InstanceID: '0.0.0.0++49668++0.0.0.0++0', $remove: true}
              - {InstanceID: '::++49668++::++0', $remove: true}
              - {InstanceID: '0.0.0.0++49701++0.0.0.0++0', LocalAddress: '0.0.0.0', LocalPort: 49701, OwningProcess: 3408}
            MSFT_NetUDPEndpoint:
              - {InstanceID: '0.0.0.0++61234', LocalAddress: '0.0.0.0', LocalPort: 61234, OwningProcess: 1968}
        """;

    private const string ManyChanges =
        """
        instances:
          root/cimv2:
            Win32_Service:
              - {Name: UpdaterSvc, DisplayName: Updater, State: Running, StartMode: Auto, StartName: LocalSystem, ProcessId: 9001, PathName: 'C:\ProgramData\upd\upd.exe'}
              - {Name: svch0st, DisplayName: Host, State: Stopped, StartMode: Manual, StartName: LocalSystem, PathName: 'C:\Windows\System32\svch0st.exe'}
              - {Name: VendorSync, DisplayName: Vendor Sync, State: Running, StartMode: Auto, StartName: 'NT AUTHORITY\LocalService', ProcessId: 9002, PathName: 'C:\Program Files\Vendor Tools\sync.exe -s'}
              - {Name: HelpSvc, DisplayName: Help, State: Running, StartMode: Auto, StartName: LocalSystem, ProcessId: 9003, PathName: 'C:\Users\Public\svchost.exe'}
              - {Name: NewWindowsSvc, DisplayName: New, State: Stopped, StartMode: Manual, StartName: LocalSystem, PathName: 'C:\Windows\System32\svchost.exe -k netsvcs -p'}
              - {Name: MozillaMaintenance, $remove: true}
              - {Name: RtkAudioUniversalService, $remove: true}
              - {Name: Spooler, State: Stopped, ProcessId: 0, StartName: '.\print'}
              - {Name: DiagTrack, StartMode: Disabled}
              - {Name: TermService, StartMode: Auto}
              - {Name: LMS, DelayedAutoStart: false}
              - {Name: AdobeARMservice, PathName: 'C:\Windows\Temp\armsvc.exe'}
              - {Name: DusmSvc, PathName: 'C:\Windows\System32\svchost.exe -k OtherGroup -p'}
              - {Name: W32Time, StartName: LocalSystem}
            Win32_OptionalFeature:
              - {Name: TelnetClient, InstallState: 1}
              - {Name: WorkFolders-Client, InstallState: 2}
            Win32_QuickFixEngineering:
              - {HotFixID: KB5200001, Description: Security Update, InstalledOn: '11/22/2026'}
            Win32_Process:
              - {Handle: '9010', ProcessId: 9010, Name: winvnc.exe, ExecutablePath: 'C:\Program Files\UltraVNC\winvnc.exe'}
          root/StandardCimv2:
            MSFT_NetTCPConnection:
              - {InstanceID: '0.0.0.0++5900++0.0.0.0++0', LocalAddress: '0.0.0.0', LocalPort: 5900, OwningProcess: 9010}
              - {InstanceID: '0.0.0.0++5040++0.0.0.0++0', $remove: true}
              - {InstanceID: '0.0.0.0++49668++0.0.0.0++0', $remove: true}
              - {InstanceID: '::++49668++::++0', $remove: true}
              - {InstanceID: '0.0.0.0++50500++0.0.0.0++0', LocalAddress: '0.0.0.0', LocalPort: 50500, OwningProcess: 6120}
          root/Microsoft/Windows/TaskScheduler:
            MSFT_ScheduledTask:
              - {TaskName: Updater, TaskPath: '\', Actions: [{$class: MSFT_TaskExecAction, Execute: 'C:\Users\Public\u.exe'}], Principal: {$class: MSFT_TaskPrincipal2, UserId: SYSTEM}}
              - {TaskName: Adobe Acrobat Update Task, TaskPath: '\', State: 1}
              - {TaskName: MicrosoftEdgeUpdateTaskMachineCore, TaskPath: '\', Actions: [{$class: MSFT_TaskExecAction, Execute: 'C:\Windows\System32\cmd.exe', Arguments: /c}]}
        registry:
          'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\Ultravnc2_is1': {DisplayName: {string: UltraVNC}, DisplayVersion: {string: '1.4.3.6'}, InstallLocation: {string: 'C:\Program Files\UltraVNC\'}}
          'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\7-Zip': null
          'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\RadiAntViewer': {DisplayVersion: {string: '2025.2'}}
          'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\PROSetDX': {DisplayName: {string: 'Intel(R) Network Connections 28.0.0.1'}, DisplayVersion: {string: '28.0.0.1'}}
          'HKU\S-1-5-21-3623811015-3361044348-30300820-1131\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\LINE': {DisplayName: {string: LINE}, DisplayVersion: {string: '8.5.0'}}
          'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run': {Helper: {string: 'C:\Users\Public\h.exe'}, SecurityHealth: {string: 'C:\Windows\System32\other.exe'}}
        """;

    // Section, name, change, severity, marks, explanation: judged by hand.
    private static readonly string[] s_judged =
    [
        "Services AdobeARMservice PathChanged High WritableFolder+NoInstallRecord",
        "Services DiagTrack StartTypeChanged Medium",
        "Services DusmSvc PathChanged Low by KB5200001",
        "Services HelpSvc Added High WritableFolder+SystemNameElsewhere+NoInstallRecord",
        "Services LMS StartTypeChanged Low",
        "Services MozillaMaintenance Removed Low",
        "Services NewWindowsSvc Added Low by KB5200001",
        "Services RtkAudioUniversalService Removed Low by KB5200001",
        "Services Spooler StateChanged Medium",
        "Services Spooler AccountChanged Medium",
        "Services svch0st Added High LookAlikeName",
        "Services TermService StartTypeChanged Medium",
        "Services UpdaterSvc Added High WritableFolder+NoInstallRecord",
        "Services VendorSync Added Medium UnquotedPath",
        "Services W32Time AccountChanged High",
        "Programs 7-Zip 25.01 (x64) Removed Low",
        "Programs Intel(R) Network Connections 28.0.0.1 VersionChanged Information",
        "Programs LINE Added Medium",
        "Programs RadiAnt DICOM Viewer (64-bit) VersionChanged Information",
        "Programs UltraVNC Added Medium",
        "Ports tcp/49152-65535 PortOpened Low by KB5200001",
        "Ports tcp/49152-65535 PortClosed Information by KB5200001",
        "Ports tcp/5040 PortClosed Information by KB5200001",
        "Ports tcp/5900 PortOpened Low by UltraVNC 1.4.3.6",
        "Tasks \\Adobe Acrobat Update Task StateChanged Low",
        "Tasks \\MicrosoftEdgeUpdateTaskMachineCore PathChanged Medium",
        "Tasks \\Updater Added High WritableFolder",
        "Autoruns Helper Added High WritableFolder",
        "Autoruns SecurityHealth PathChanged Medium",
        "Features TelnetClient Added Medium",
        "Features WorkFolders-Client Removed Low",
        "Updates KB5200001 Added Information",
    ];

    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("02-good-client-en")]
    [InlineData("05-hospital-client-ja")]
    [InlineData("08-good-server-ja")]
    [InlineData("10-good-dc-ja")]
    public async Task A_computer_does_not_differ_from_itself(string sample)
    {
        await using Captured hosts = new Captured().With("PC-01", "base: " + sample);
        ServiceBaseline baseline = await hosts.ReadAsync("PC-01");
        ServiceBaseline turned = baseline.With(s => baseline.Section(s)!.Reverse().ToArray());

        Assert.Empty(new ServiceComparer(Captured.ThroughFile(baseline)).Compare(turned));
    }

    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("02-good-client-en")]
    public async Task What_changes_by_itself_is_no_difference(string sample)
    {
        await using Captured hosts = new Captured().With("PC-01", "base: " + sample).With("PC-02", "base: " + sample + "\n" + AfterRestart);
        ServiceComparer comparer = new(Captured.ThroughFile(await hosts.ReadAsync("PC-01")));

        Assert.Empty(comparer.Compare(await hosts.ReadAsync("PC-02")));
    }

    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("02-good-client-en")]
    public async Task Every_change_is_told_and_judged_and_nothing_else(string sample)
    {
        await using Captured hosts = new Captured().With("PC-01", "base: " + sample).With("PC-02", "base: " + sample + "\n" + ManyChanges);
        ServiceComparer comparer = new(Captured.ThroughFile(await hosts.ReadAsync("PC-01")));
        IReadOnlyList<ServiceDifference> differences = comparer.Compare(await hosts.ReadAsync("PC-02"));

        Assert.Equal(s_judged, differences.Select(Line));
        Assert.All(differences, d => Assert.Equal("PC-02", d.Computer));
    }

    [Fact]
    public async Task Before_and_after_are_shown()
    {
        await using Captured hosts = new Captured().With("PC-01", "base: 01-good-client-ja").With("PC-02", "base: 01-good-client-ja\n" + ManyChanges);
        ServiceComparer comparer = new(await hosts.ReadAsync("PC-01"));
        ILookup<string, ServiceDifference> differences = comparer.Compare(await hosts.ReadAsync("PC-02")).ToLookup(d => d.Name);

        ServiceDifference account = differences["W32Time"].Single();
        Assert.Equal((@"NT AUTHORITY\LocalService", "LocalSystem"), (account.Old, account.New));
        ServiceDifference start = differences["LMS"].Single();
        Assert.Equal(("AutomaticDelayed", "Automatic"), (start.Old, start.New));
        ServiceDifference version = differences["RadiAnt DICOM Viewer (64-bit)"].Single();
        Assert.Equal(("2025.1", "2025.2"), (version.Old, version.New));
        ServiceDifference rogue = differences["UpdaterSvc"].Single();
        Assert.Null(rogue.Old);
        Assert.Equal(@"Running, Automatic, LocalSystem, C:\ProgramData\upd\upd.exe", rogue.New);
        Assert.Contains("一般の利用者が書き込めるフォルダー", rogue.Why.Ja, StringComparison.Ordinal);
        Assert.Contains("ordinary users may write", rogue.Why.En, StringComparison.Ordinal);
        Assert.Contains("KB5200001", differences["NewWindowsSvc"].Single().Why.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_read_on_one_side_is_named_and_not_compared()
    {
        await using Captured hosts = new Captured().With("PC-01", "base: 01-good-client-ja").With("PC-02", "base: 01-good-client-ja\n" + ManyChanges);
        ServiceComparer comparer = new(await hosts.ReadAsync("PC-01", BaselineSection.Services, BaselineSection.Features));
        ServiceBaseline actual = await hosts.ReadAsync("PC-02", BaselineSection.Features, BaselineSection.Ports);

        Assert.Equal([BaselineSection.Services, BaselineSection.Ports], comparer.NotCompared(actual));
        Assert.All(comparer.Compare(actual), d => Assert.Equal(BaselineSection.Features, d.Section));
    }

    private static string Line(ServiceDifference d) =>
        $"{d.Section} {d.Name} {d.Change} {d.Severity}"
        + (d.Marks.Count > 0 ? " " + string.Join('+', d.Marks) : "")
        + (d.ExplainedBy.Count > 0 ? " by " + string.Join('+', d.ExplainedBy) : "");
}
