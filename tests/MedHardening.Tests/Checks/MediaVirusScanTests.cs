using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class MediaVirusScanTests
{
    private readonly MediaVirusScan _check = new();

    [Theory]
    [InlineData("true", "false", Outcome.Pass)]
    [InlineData("true", "true", Outcome.Fail)] // the default of Windows leaves removable drives out of scans
    [InlineData("false", "false", Outcome.Fail)]
    [InlineData("true", null, Outcome.Unknown)]
    public async Task Defender_must_watch_and_scan_removable_drives(string watches, string? skips, Outcome expected) => Assert.Equal(
        expected,
        (await _check.JudgeAsync(Defender(watches, skips).WithRow("AntiVirusProduct", ("displayName", "Windows Defender"), ("productState", "397568")))).Outcome);

    [Theory]
    [InlineData(null, Outcome.Unknown)]
    [InlineData("other av", Outcome.Pass)]
    [InlineData("Another", Outcome.Unknown)]
    public async Task Another_product_counts_when_the_facility_has_named_it(string? named, Outcome expected)
    {
        FakeHost host = new FakeHost().WithRow("AntiVirusProduct", ("displayName", "Other AV"), ("productState", "266240"))
            .WithNo("MSFT_MpComputerStatus").WithNo("MSFT_MpPreference");
        Assert.Equal(expected, (await _check.JudgeAsync(host, new MediaVirusScan.Settings { Product = named })).Outcome);
    }

    [Fact]
    public async Task A_server_without_Defender_may_have_another_product()
    {
        FakeHost host = new FakeHost().AsServer().Failing("MSFT_MpComputerStatus", CimFaultKind.NamespaceNotFound).Failing("MSFT_MpPreference", CimFaultKind.NamespaceNotFound);
        Assert.Equal("ProductNotListed", (await _check.JudgeAsync(host)).Reason);
    }

    [Fact]
    public async Task A_server_with_Defender_is_judged_by_it() =>
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(Defender("true", "false").AsServer())).Outcome);

    private static FakeHost Defender(string watches, string? skips) => new FakeHost()
        .WithRow("MSFT_MpComputerStatus", ("RealTimeProtectionEnabled", watches))
        .WithRow("MSFT_MpPreference", ("DisableRemovableDriveScanning", skips));
}
