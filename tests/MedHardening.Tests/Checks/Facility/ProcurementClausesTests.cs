using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class ProcurementClausesTests : IDisposable
{
    private const string Id = "procurement-clauses";

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
    [InlineData("  - {item: 2-⑨, clause: 仕様書 別紙1}\n", "", Outcome.Unknown)] // an item without a clause
    [InlineData("item: 2-⑨, clause", "item: removable-storage, clause", Outcome.Pass)] // the item by its key
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }

    [Fact]
    public void A_missing_clause_comes_with_the_text_of_the_template()
    {
        Evidence missing = Assert.Single(_facility.Judge(Id, "  - {item: 2-⑨, clause: 仕様書 別紙1}\n").Evidence, e => e.Outcome == Outcome.Unknown);
        Assert.StartsWith("端末とサーバは、外部記憶媒体の接続を", missing.Expected);
    }
}
