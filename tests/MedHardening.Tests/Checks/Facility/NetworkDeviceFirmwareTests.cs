using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class NetworkDeviceFirmwareTests : IDisposable
{
    private const string Id = "network-device-firmware";

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
    [InlineData("    latest: \"7.2\"\n    checkedBy", "    latest: \"7.4\"\n    checkedBy", Outcome.Fail)] // not the newest, and no reason
    [InlineData("    latest: \"7.2\"\n    checkedBy", "    latest: \"7.4\"\n    deferred: 装置の保証のため。管理画面を院内に限定\n    checkedBy", Outcome.Pass)] // not the newest for a reason
    [InlineData("supportUntil: 2028-12-31", "supportUntil: 2025-11-30", Outcome.Fail)] // support has ended
    [InlineData("supportUntil: 2028-12-31", "supportUntil: 2025-12-01", Outcome.Pass)] // the last day of support
    [InlineData("- name: UTM1\n    firmware", "- name: UTM2\n    firmware", Outcome.Unknown)] // a device of the ledger is not listed
    [InlineData("    latest: \"7.2\"\n    checkedBy", "    checkedBy", Outcome.Unknown)] // nobody knows the newest
    [InlineData("    checkedOn: 2025-10-01\n    support", "    checkedOn: 2025-05-31\n    support", Outcome.Unknown)] // looked at more than 6 months ago
    [InlineData("    checkedBy: 見本メディカル\n", "", Outcome.Unknown)] // nobody confirmed it
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
