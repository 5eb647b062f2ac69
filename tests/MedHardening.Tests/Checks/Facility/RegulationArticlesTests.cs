using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class RegulationArticlesTests : IDisposable
{
    private const string Id = "regulation-articles";

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
    [InlineData("    2-⑨: 第18条\n", "", Outcome.Fail)] // an item without an article
    [InlineData("2-⑨: 第18条", "2-⑨: \" \"", Outcome.Fail)] // a blank article is none
    [InlineData("2-⑨: 第18条", "removable-storage: 第18条", Outcome.Pass)] // the item by its key
    [InlineData("2-⑨: 第18条", "2-9: 第18条", Outcome.Pass)] // the item as typed
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
