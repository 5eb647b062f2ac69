using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Software;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class RemoteControlSoftwareTests
{
    private readonly RemoteControlSoftware _check = new();

    [Fact]
    public async Task A_host_without_any_of_the_list_passes() =>
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(new FakeHost().WithSoftware("explorer.exe"))).Outcome);

    [Fact]
    public async Task A_service_of_the_list_fails_even_when_it_is_stopped()
    {
        Verdict verdict = await _check.JudgeAsync(new FakeHost().WithSoftware().WithService("TeamViewer", "Stopped", "Manual"));
        Assert.Equal(Outcome.Fail, verdict.Outcome);
        Assert.Equal("TeamViewer", Assert.Single(verdict.Evidence).Actual);
    }

    [Fact]
    public async Task A_portable_tool_is_found_by_its_process() =>
        Assert.Equal(Outcome.Fail, (await _check.JudgeAsync(new FakeHost().WithSoftware("anydesk.exe"))).Outcome);

    [Theory]
    [InlineData(@"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\AnyDesk")]
    [InlineData(@"SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\AnyDesk")]
    public async Task An_installed_tool_is_found_by_its_key(string key) =>
        Assert.Equal(Outcome.Fail, (await _check.JudgeAsync(new FakeHost().WithSoftware().With(key, "DisplayName", "AnyDesk"))).Outcome);

    [Fact]
    public async Task What_the_vendor_reported_passes()
    {
        FakeHost host = new FakeHost().WithSoftware().WithService("TeamViewer", "Running", "Auto");
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(host, new RemoteControlSoftware.Settings { Approved = ["TeamViewer"] })).Outcome);
    }

    [Fact]
    public async Task The_facilitys_own_list_takes_the_place_of_the_one_that_comes_with_the_tool()
    {
        RemoteControlSoftware.Settings own = new()
        {
            Products = [new KnownProduct { Name = "院内リモート", Services = ["InHouse*"], Source = "https://example.jp/" }],
        };
        Assert.Equal(Outcome.Fail, (await _check.JudgeAsync(new FakeHost().WithSoftware().WithService("InHouseSvc", "Running", "Auto"), own)).Outcome);
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(new FakeHost().WithSoftware("anydesk.exe"), own)).Outcome);
        Assert.Equal("BaselineSilent", (await _check.JudgeAsync(new FakeHost().WithSoftware(), own with { Products = [] })).Reason);
    }

    [Fact]
    public async Task Lists_that_cannot_be_whole_are_faults()
    {
        await Assert.ThrowsAsync<CimFault>(() => _check.JudgeAsync(new FakeHost().WithSoftware().WithoutServices()));
        await Assert.ThrowsAsync<CimFault>(() => _check.JudgeAsync(new FakeHost().WithNo("Win32_Process").With(@"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\X")));
        await Assert.ThrowsAsync<CimFault>(() => _check.JudgeAsync(new FakeHost().WithRow("Win32_Process", ("ProcessId", "4"), ("Name", "System"))));
    }
}
