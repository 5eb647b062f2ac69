using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using MedHardening.Windows;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>Dates as on https://endoflife.date/windows and https://endoflife.date/windows-server.</summary>
public class SupportedWindowsTests
{
    [Theory]
    [InlineData("19045", 48, 1, "2025-10-14", Outcome.Pass)] // Windows 10 22H2 Pro, its last day
    [InlineData("19045", 48, 1, "2025-10-15", Outcome.Fail)]
    [InlineData("26100", 48, 1, "2026-10-14", Outcome.Fail)] // 24H2 Pro ended, …
    [InlineData("26100", 4, 1, "2026-10-14", Outcome.Pass)] // … Enterprise goes on, …
    [InlineData("26100", 125, 1, "2029-10-09", Outcome.Pass)] // … LTSC longer, …
    [InlineData("26100", 7, 3, "2034-11-14", Outcome.Pass)] // … and Server 2025 has the same build
    [InlineData("17763", 8, 2, "2029-01-09", Outcome.Pass)] // Server 2019, a domain controller
    [InlineData("17763", 145, 3, "2025-12-01", Outcome.Fail)] // 1809 of the semi-annual channel
    [InlineData("99999", 4, 1, "2025-12-01", Outcome.Unknown)] // not listed
    [InlineData("26100", 9999, 1, "2025-12-01", Outcome.Unknown)] // edition not known
    public async Task A_release_is_judged_by_build_edition_and_day(string build, int sku, int productType, string asOf, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(build, sku, productType, asOf, new SupportedWindows.Settings())).Outcome);

    [Theory]
    [InlineData("2026-10-13", Outcome.Pass)]
    [InlineData("2026-10-14", Outcome.Fail)]
    public async Task Paid_updates_count_through_the_last_day_of_their_contract(string asOf, Outcome expected) => Assert.Equal(
        expected,
        (await JudgeAsync("19045", 48, 1, asOf, new SupportedWindows.Settings
        {
            ExtendedUntil = new Dictionary<string, DateTime> { ["19045"] = new(2026, 10, 13) },
        })).Outcome);

    [Fact]
    public void Every_entry_of_the_list_has_a_public_source() =>
        Assert.All(WindowsLifecycle.Default.Releases, r => Assert.StartsWith("https://", r.Source, StringComparison.Ordinal));

    private static Task<Verdict> JudgeAsync(string build, int sku, int productType, string asOf, SupportedWindows.Settings settings)
    {
        FakeHost host = new FakeHost().WithRow(
            "Win32_OperatingSystem", ("BuildNumber", build), ("OperatingSystemSKU", (long)sku), ("ProductType", (long)productType));
        HostCheck check = new SupportedWindows();
        return check.EvaluateAsync(new HostView(host, DateTime.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture)), settings, CancellationToken.None);
    }
}
