using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class ConnectionSourcesTests : IDisposable
{
    private const string Id = "connection-sources";

    private readonly GoodFacility _facility = new();

    public void Dispose() => _facility.Dispose();

    [Fact]
    public void A_complete_record_passes()
    {
        Verdict verdict = _facility.Judge(Id);
        Assert.DoesNotContain(verdict.Evidence, e => e.Outcome != Outcome.Pass);
        Assert.Equal(Outcome.Pass, verdict.Outcome);
    }

    [Fact]
    public void Nothing_written_calls_for_a_person()
    {
        Verdict verdict = _facility.JudgeNothing(Id);
        Assert.Equal((Outcome.Unknown, true), (verdict.Outcome, verdict.LacksRecord));
    }

    [Theory]
    [InlineData("allowed: [203.0.113.5, 203.0.113.0/25]", "allowed: [any]", Outcome.Fail)] // anybody may connect
    [InlineData("allowed: [203.0.113.5, 203.0.113.0/25]", "allowed: [0.0.0.0/0]", Outcome.Fail)] // anybody, in other words
    [InlineData("allowed: [203.0.113.5, 203.0.113.0/25]", "allowed: [\"::/0\"]", Outcome.Fail)] // anybody over IPv6
    [InlineData("allowed: [203.0.113.5, 203.0.113.0/25]", "allowed: []", Outcome.Unknown)] // not said who
    [InlineData("      manager: {name: 網五郎, title: 係}\n", "", Outcome.Unknown)] // nobody manages it
    [InlineData("wireless: {authentication: WPA3-Enterprise, checkedOn: 2025-07-01}", "wireless: {used: false}", Outcome.Pass)] // there is no wireless LAN
    [InlineData("  wireless: {authentication: WPA3-Enterprise, checkedOn: 2025-07-01}\n", "", Outcome.Unknown)] // nothing about wireless
    [InlineData("  wired: {control: 未使用ポートの閉鎖, checkedOn: 2025-07-01}\n", "", Outcome.Unknown)] // nothing about wired
    [InlineData(", date: 2025-07-01}\n\ncontacts", ", date: 2024-11-30}\n\ncontacts", Outcome.Unknown)] // an old diagram
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }

    [Theory]
    [InlineData("JP", "203.0.113.0/24", Outcome.Pass)]
    [InlineData("JP", "203.0.112.0/23", Outcome.Pass)] // two neighbouring allocations hold it together
    [InlineData("JP", "203.0.112.0/22", Outcome.Fail)] // half of it is nobody's
    [InlineData("JP", "198.51.100.7", Outcome.Fail)] // Australia's
    [InlineData("AU", "198.51.100.7", Outcome.Pass)]
    [InlineData("JP", "2001:db8::/32", Outcome.Fail)] // not in the file
    public void Sources_of_a_country_are_held_against_the_registrys_file(string country, string source, Outcome expected)
    {
        string hash = System.Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(_facility.At("delegated-apnic.txt"))));
        Assert.Equal(expected, _facility.Judge(
            Id,
            "  remoteAccess:\n    - name: UTM1\n      allowed: [203.0.113.5, 203.0.113.0/25]\n",
            $"  countryData: {{path: delegated-apnic.txt, sha256: {hash}}}\n  remoteAccess:\n    - name: UTM1\n      country: {country}\n      allowed: ['{source}']\n").Outcome);
    }

    [Fact]
    public void A_country_without_the_registrys_file_is_not_understood() =>
        Assert.Equal(Outcome.Unknown, _facility.Judge(Id, "      allowed: [203.0.113.5,", "      country: JP\n      allowed: [203.0.113.5,").Outcome);
}
