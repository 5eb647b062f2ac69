using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>What the checks say of the carried hosts, against the comments at the tops of their files; default settings.</summary>
public class ChecksOfHostFilesTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    [Theory]
    [InlineData("01-good-client-ja", "Pass", "Pass", "Pass", "Pass", "Pass")]
    [InlineData("02-good-client-en", "Pass", "Pass", "Pass", "Pass", "Pass")]
    [InlineData("03-deny-all-ja", "Pass", "Pass", "Pass", "Pass", "Pass")]
    [InlineData("04-half-wpd-ja", "Fail", "Pass", "Pass", "Pass", "Pass")]
    [InlineData("05-hospital-client-ja", "Fail", "Fail", "Fail", "Unknown", "Fail")]
    [InlineData("06-write-only-ja", "Fail", "Pass", "Pass", "Pass", "Pass")]
    [InlineData("07-wrong-type-ja", "Unknown", "Pass", "Pass", "Pass", "Pass")]
    [InlineData("08-good-server-ja", "Pass", "Pass", "Pass", "Pass", "Pass")]
    [InlineData("09-bad-server-ja", "Fail", "Pass", "Fail", "Fail", "Fail")]
    [InlineData("10-good-dc-ja", "Pass", "Pass", "Pass", "Pass", "Pass")]
    [InlineData("11-few-rights-ja", "Pass", "Pass", "Unknown", "Pass", "Pass")]
    [InlineData("13-vendor-console-ja", "Fail", "Pass", "Fail", "Unknown", "Fail")]
    public async Task A_sample_is_judged_as_its_file_says(
        string sample, string storage, string release, string logs, string password, string firewall)
    {
        DateTime asOf = new(2025, 12, 1);

        Assert.Equal((storage, release, logs, password, firewall), (
            (await JudgeAsync(sample, new RemovableStorageAccess(), asOf)).Outcome.ToString(),
            (await JudgeAsync(sample, new SupportedWindows(), asOf)).Outcome.ToString(),
            (await JudgeAsync(sample, new EventLogSize(), asOf)).Outcome.ToString(),
            (await JudgeAsync(sample, new DeliveredPasswordPolicy(), asOf)).Outcome.ToString(),
            (await JudgeAsync(sample, new FirewallProfiles(), asOf)).Outcome.ToString()));
    }

    [Theory]
    [InlineData("removable-storage-access")]
    [InlineData("supported-windows")]
    [InlineData("event-log-size")]
    [InlineData("delivered-password-policy")]
    [InlineData("firewall-profiles")]
    public async Task The_sample_that_denies_access_denies_it_to_every_check(string check)
    {
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => JudgeAsync(
            "12-access-denied-ja", CheckCatalog.All.OfType<HostCheck>().Single(c => c.Id == check), new DateTime(2025, 12, 1)));

        Assert.Equal(CimFaultKind.AccessDenied, fault.Kind);
    }

    [Theory]
    [InlineData("05-hospital-client-ja", 2025, 10, 14, Outcome.Pass)]
    [InlineData("05-hospital-client-ja", 2025, 10, 15, Outcome.Fail)]
    [InlineData("08-good-server-ja", 2031, 10, 14, Outcome.Pass)]
    [InlineData("08-good-server-ja", 2031, 10, 15, Outcome.Fail)]
    [InlineData("13-vendor-console-ja", 2032, 1, 13, Outcome.Pass)]
    [InlineData("13-vendor-console-ja", 2032, 1, 14, Outcome.Fail)]
    public async Task A_release_is_good_up_to_the_last_day_of_its_servicing(string sample, int year, int month, int day, Outcome outcome) =>
        Assert.Equal(outcome, (await JudgeAsync(sample, new SupportedWindows(), new DateTime(year, month, day))).Outcome);

    [Fact]
    public async Task What_is_wrong_on_the_bad_server_is_what_its_file_says()
    {
        DateTime asOf = new(2025, 12, 1);

        Assert.Equal(
            [
                "Application\".MaxFileSize 20971520",
                "Security\".MaxFileSize 20971520",
                "Security\".OverwriteOutDated 4294967295",
                "System\".MaxFileSize 20971520",
            ],
            await FaultsAsync("09-bad-server-ja", new EventLogSize(), asOf));
        Assert.Equal(
            ["RSOP_SecuritySettingNumeric.MinimumPasswordLength 6"], await FaultsAsync("09-bad-server-ja", new DeliveredPasswordPolicy(), asOf));
        Assert.Equal(
            ["Domain\".Enabled 0", "Public\".DefaultInboundAction 2"], await FaultsAsync("09-bad-server-ja", new FirewallProfiles(), asOf));
    }

    [Theory]
    [InlineData(DeliveredPasswordPolicy.Branch.A, Outcome.Pass)]
    [InlineData(DeliveredPasswordPolicy.Branch.B, Outcome.Fail)]
    [InlineData(DeliveredPasswordPolicy.Branch.C, Outcome.Pass)]
    public async Task Of_two_delivered_policies_the_winning_one_counts(object branch, Outcome outcome) => Assert.Equal(
        outcome,
        (await JudgeAsync("01-good-client-ja", new DeliveredPasswordPolicy(), new DateTime(2025, 12, 1),
            new DeliveredPasswordPolicy.Settings { Branch = (DeliveredPasswordPolicy.Branch)branch })).Outcome);

    private async Task<string[]> FaultsAsync(string sample, HostCheck check, DateTime asOf) =>
        (await JudgeAsync(sample, check, asOf)).Evidence
            .Where(e => e.Outcome == Outcome.Fail)
            .Select(e => e.Source[(e.Source.IndexOf("=\"", StringComparison.Ordinal) is var i and >= 0 ? i + 2 : 0)..] + " " + e.Actual)
            .ToArray();

    private async Task<Verdict> JudgeAsync(string sample, HostCheck check, DateTime asOf, object? settings = null)
    {
        using ICimSession session = await carried.OpenAsync(sample);
        return await check.EvaluateAsync(
            new HostView(session, asOf), settings ?? Activator.CreateInstance(check.SettingsType)!, CancellationToken.None);
    }
}
