using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class RestoreTestsTests : IDisposable
{
    private const string Id = "restore-tests";

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
    [InlineData("\n    - {on: 2025-08-01, target: 電子カルテ, restored: true, minutes: 90, witness: {name: 立会六郎, title: 係}}\n", " []\n", Outcome.Fail)] // never tried, and said so
    [InlineData("    - {on: 2025-08-01, target: 電子カルテ, restored: true, minutes: 90, witness: {name: 立会六郎, title: 係}}\n", "", Outcome.Unknown)] // nothing written yet
    [InlineData("on: 2025-08-01, target", "on: 2025-12-02, target", Outcome.Fail)] // planned is not tried
    [InlineData("on: 2025-08-01, target", "on: 2024-11-30, target", Outcome.Unknown)] // more than 12 months ago
    [InlineData("restored: true", "restored: false", Outcome.Fail)] // it did not work
    [InlineData(", witness: {name: 立会六郎, title: 係}", "", Outcome.Unknown)] // nobody watched
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
