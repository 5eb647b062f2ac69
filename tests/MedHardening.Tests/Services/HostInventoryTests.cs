using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Services;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Services;

public class HostInventoryTests
{
    [Fact]
    public async Task A_computer_is_taken_with_all_its_sections()
    {
        await using Captured hosts = new Captured().With("PC-01", "base: 05-hospital-client-ja");
        ServiceBaseline baseline = await hosts.ReadAsync("PC-01");

        Assert.Equal(("PC-01", Captured.Day), (baseline.Computer, baseline.TakenOn));
        Assert.Empty(baseline.NotRead);
        ServiceEntry remote = baseline.Services!.Single(s => s.Name == "AnyDesk");
        Assert.Equal(
            (ServiceStartType.Automatic, ServiceRun.Running, "LocalSystem", @"C:\Program Files (x86)\AnyDesk\AnyDesk.exe", "--service", false),
            (remote.Start, remote.State, remote.Account, remote.Path, remote.Arguments, remote.Unquoted));
        Assert.Equal("15.38.3", baseline.Programs!.Single(p => p.Name == "TeamViewer").Version);
        Assert.Equal("AnyDesk", baseline.Ports!.Single(p => p.Name == "tcp/7070").Service);
        Assert.True(baseline.Ports!.Single(p => p.Name == "tcp/5939").Loopback);
        Assert.Equal([@"C:\EHR\tools\reboot.bat"], baseline.Tasks!.Single(t => t.Name == @"\カルテ夜間再起動").Commands);
        Assert.Contains(baseline.Autoruns!, a => a.Name == "KarteLauncher");
        Assert.Contains(baseline.Features!, f => f.Name == "SMB1Protocol");
        Assert.Equal(["KB4577586", "KB5020872", "KB5022282"], baseline.Updates!.Select(u => u.Name));
    }

    [Fact]
    public async Task Delayed_triggered_and_per_user_services_are_told_apart()
    {
        await using Captured hosts = new Captured().With("PC-01", "base: 01-good-client-ja");
        ServiceBaseline baseline = await hosts.ReadAsync("PC-01", BaselineSection.Services);

        Assert.Equal(ServiceStartType.AutomaticDelayed, Service("LMS").Start);
        Assert.True(Service("W32Time").Trigger);
        Assert.False(Service("Spooler").Trigger);
        Assert.True(Service("CDPUserSvc").PerUser);
        Assert.DoesNotContain(baseline.Services!, s => s.Name.StartsWith("CDPUserSvc_", System.StringComparison.Ordinal));
        Assert.Null(baseline.Programs);

        ServiceEntry Service(string name) => baseline.Services!.Single(s => s.Name == name);
    }

    [Fact]
    public async Task A_section_that_cannot_be_read_is_named_and_the_others_are_there()
    {
        FakeHost host = new FakeHost().WithService("Spooler", "Running", "Auto").Failing("Win32_OptionalFeature", CimFaultKind.AccessDenied);
        ServiceBaseline baseline = await HostInventory.ReadAsync(
            host, [BaselineSection.Services, BaselineSection.Features], Captured.Day, CancellationToken.None);

        Assert.Equal(["EventLog", "RpcSs", "Spooler"], baseline.Services!.Select(s => s.Name));
        Assert.Null(baseline.Features);
        Assert.Equal("AccessDenied", baseline.NotRead["Features"]);
    }

    [Theory]
    [InlineData(CimFaultKind.AccessDenied)] // nothing else was asked for
    [InlineData(CimFaultKind.ConnectionDropped)]
    public async Task A_computer_of_which_nothing_could_be_read_is_a_fault(CimFaultKind kind)
    {
        FakeHost host = new FakeHost().Failing("Win32_Service", kind);
        CimFault fault = await Assert.ThrowsAsync<CimFault>(
            () => HostInventory.ReadAsync(host, [BaselineSection.Services], Captured.Day, CancellationToken.None));
        Assert.Equal(kind, fault.Kind);
    }

    [Fact]
    public async Task A_computer_that_is_lost_in_the_middle_has_no_baseline()
    {
        FakeHost host = new FakeHost().Failing("Win32_OptionalFeature", CimFaultKind.OperationTimedOut);
        await Assert.ThrowsAsync<CimFault>(() => HostInventory.ReadAsync(
            host, [BaselineSection.Services, BaselineSection.Features], Captured.Day, CancellationToken.None));
    }
}
