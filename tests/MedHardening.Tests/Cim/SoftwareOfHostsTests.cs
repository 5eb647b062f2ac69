using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Tests.Simulator;
using Xunit;

namespace MedHardening.Tests.Cim;

/// <summary>Programs, ports, tasks, updates, features and autoruns, read over WS-Man from the carried hosts.</summary>
public class SoftwareOfHostsTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    private const string Kango = "S-1-5-21-3623811015-3361044348-30300820-1131";

    [Fact]
    public async Task Programs_come_from_the_lists_of_64_bits_of_32_bits_and_of_the_signed_in_user()
    {
        IReadOnlyList<InstalledProgram> programs = await ReadAsync("01-good-client-ja", s => s.ReadProgramsAsync(CancellationToken.None));

        InstalledProgram scanner = Assert.Single(programs, p => p.Name == "ScanSnap Home");
        Assert.Equal(
            (ProgramScope.Machine64, "3.3.0", "Ricoh Company, Ltd.", new DateTime(2025, 4, 15), null),
            (scanner.Scope, scanner.Version, scanner.Publisher, scanner.InstalledOn, scanner.UserSid));
        Assert.Null(Assert.Single(programs, p => p.Key == "7-Zip").InstalledOn); // its installer does not tell
        Assert.Equal(ProgramScope.Machine32, Assert.Single(programs, p => p.Key == "Microsoft Edge").Scope);
        InstalledProgram own = Assert.Single(programs, p => p.Scope == ProgramScope.User);
        Assert.Equal(("Zoom Workplace", Kango), (own.Name, own.UserSid));
    }

    [Fact]
    public async Task Ports_name_their_process_and_its_services()
    {
        IReadOnlyList<ListeningPort> ports = await ReadAsync("05-hospital-client-ja", s => s.ReadListeningPortsAsync(CancellationToken.None));

        ListeningPort anyDesk = Assert.Single(ports, p => p is { Protocol: PortProtocol.Tcp, Port: 7070 });
        Assert.Equal(
            ("0.0.0.0", "AnyDesk.exe", @"C:\Program Files (x86)\AnyDesk\AnyDesk.exe"), (anyDesk.Address, anyDesk.Process, anyDesk.Path));
        Assert.Equal(["AnyDesk"], anyDesk.Services);
        ListeningPort rpc = ports.First(p => p is { Protocol: PortProtocol.Tcp, Port: 135 });
        Assert.Equal(["RpcEptMapper", "RpcSs"], rpc.Services);
        Assert.Equal("System", ports.First(p => p.Port == 445).Process);
        Assert.Contains(ports, p => p is { Protocol: PortProtocol.Udp, Port: 5353 });
        Assert.True(Assert.Single(ports, p => p.Port == 5939).IsLoopback);
        Assert.False(anyDesk.IsLoopback);
    }

    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("02-good-client-en")]
    [InlineData("05-hospital-client-ja")]
    [InlineData("08-good-server-ja")]
    [InlineData("09-bad-server-ja")]
    [InlineData("10-good-dc-ja")]
    public async Task Every_port_of_a_sample_has_a_process_and_no_connection_counts_as_a_port(string sample)
    {
        IReadOnlyList<ListeningPort> ports = await ReadAsync(sample, s => s.ReadListeningPortsAsync(CancellationToken.None));

        Assert.All(ports, p => Assert.NotNull(p.Process));
        Assert.DoesNotContain(ports, p => p is { Protocol: PortProtocol.Tcp, Port: 49781 or 49790 or 49802 });
    }

    [Fact]
    public async Task Tasks_of_Windows_are_left_out()
    {
        IReadOnlyList<ScheduledTask> tasks = await ReadAsync("05-hospital-client-ja", s => s.ReadScheduledTasksAsync(CancellationToken.None));

        Assert.Equal(
            [@"\Adobe Acrobat Update Task", @"\MicrosoftEdgeUpdateTaskMachineCore", @"\MicrosoftEdgeUpdateTaskMachineUA", @"\カルテ夜間再起動"],
            tasks.Select(t => t.Name));
        Assert.Equal([@"C:\EHR\tools\reboot.bat"], tasks[3].Commands);
        Assert.Equal([@"""C:\Program Files (x86)\Microsoft\EdgeUpdate\MicrosoftEdgeUpdate.exe"" /c"], tasks[1].Commands);
        Assert.True(tasks[3].IsEnabled);
    }

    [Fact]
    public async Task Days_of_updates_are_read_in_every_form()
    {
        IReadOnlyList<InstalledUpdate> updates = await ReadAsync("05-hospital-client-ja", s => s.ReadUpdatesAsync(CancellationToken.None));

        // 0x01D92570A3C1E000 is 2023-01-11 in FILETIME (100 ns since 1601-01-01 UTC).
        Assert.Equal(
            [("KB4577586", new DateTime(2021, 2, 20)), ("KB5020872", new DateTime(2023, 1, 11)), ("KB5022282", new DateTime(2023, 1, 11))],
            updates.Select(u => (u.Id, u.InstalledOn!.Value)));
    }

    [Fact]
    public async Task Only_features_that_are_on_are_listed()
    {
        IReadOnlyList<string> features = await ReadAsync("05-hospital-client-ja", s => s.ReadEnabledFeaturesAsync(CancellationToken.None));

        Assert.Contains("SMB1Protocol", features);
        Assert.DoesNotContain("TFTP", features);
    }

    [Fact]
    public async Task Autoruns_come_from_the_registry_of_everybody_and_of_the_user_and_from_the_Startup_folder()
    {
        IReadOnlyList<Autorun> autoruns = await ReadAsync("05-hospital-client-ja", s => s.ReadAutorunsAsync(CancellationToken.None));

        Assert.Equal(
            [
                ("Common Startup", "電子カルテ", "電子カルテ.lnk"),
                (@"HKCU\Software\Microsoft\Windows\CurrentVersion\Run", "KarteLauncher", @"C:\EHR\bin\KarteLauncher.exe /auto"),
                (@"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run", "RtkAudUService", @"""C:\Windows\System32\RtkAudUService64.exe"" -background"),
                (@"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run", "SecurityHealth", @"C:\Windows\system32\SecurityHealthSystray.exe"),
            ],
            autoruns.Select(a => (a.Place, a.Name, a.Command)));
    }

    [Fact]
    public async Task What_a_key_does_not_have_is_left_out_and_a_key_that_is_not_there_is_told_apart()
    {
        using ICimSession session = await carried.OpenAsync("08-good-server-ja");
        RegistryKey? key = await session.ReadValuesAsync(
            RegistryHive.LocalMachine, @"SOFTWARE\Microsoft\Windows\CurrentVersion\Run", ["NotThere"], CancellationToken.None);
        Assert.Empty(key!.ValueNames);
        Assert.Null(await session.ReadValuesAsync(RegistryHive.LocalMachine, @"SOFTWARE\NotThere", ["X"], CancellationToken.None));
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sample, Func<ICimSession, Task<IReadOnlyList<T>>> read)
    {
        using ICimSession session = await carried.OpenAsync(sample);
        return await read(session);
    }
}
