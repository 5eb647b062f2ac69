using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class ContinuityPlanTests : IDisposable
{
    private const string Id = "continuity-plan";

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
    [InlineData("  triggers: 電子カルテが30分以上使えないとき\n", "", Outcome.Unknown)] // no criteria
    [InlineData("  checkTable: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}\n", "", Outcome.Unknown)] // no check table
    [InlineData("approvedOn: 2025-05-01\n  triggers", "approvedOn: 2025-12-02\n  triggers", Outcome.Unknown)] // not approved yet
    [InlineData("on: 2025-09-01, scenario", "on: 2024-11-30, scenario", Outcome.Unknown)] // no drill within 12 months
    [InlineData("  approvedBy: {name: 院長一郎, title: 院長}\n  approvedOn: 2025-05-01\n  triggers", "  approvedOn: 2025-05-01\n  triggers", Outcome.Unknown)] // approved by nobody
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
