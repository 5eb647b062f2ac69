using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class RegulationRecordTests : IDisposable
{
    private const string Id = "regulation-record";

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
    [InlineData("inForceFrom: 2025-04-01", "inForceFrom: 2026-01-01", Outcome.Unknown)] // not in force yet
    [InlineData("  readableAt: 共有サーバと各病棟\n", "", Outcome.Unknown)] // staff cannot read it
    [InlineData("  revisions:\n    - {on: 2025-04-01, change: 令和7年度の改訂}\n", "", Outcome.Unknown)] // no history
    [InlineData("on: 2025-10-01, by", "on: 2024-11-30, by", Outcome.Unknown)] // no audit within 12 months
    [InlineData(", 12: 第12章", "", Outcome.Unknown)] // a chapter of the template is missing
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
