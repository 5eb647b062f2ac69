using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class TwoFactorReferenceDayTests : IDisposable
{
    private const string Id = "two-factor-reference-day";

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
        Assert.Equal((Outcome.NotApplicable, false), (verdict.Outcome, verdict.LacksRecord));
    }

    [Theory]
    [InlineData("by: 2027-03-31,", "by: 2027-04-01,", Outcome.Pass)] // the reference day itself
    [InlineData("by: 2027-03-31,", "by: 2027-04-02,", Outcome.Fail)] // in time for the form and not for the next guideline
    [InlineData("factors: [知識]\n", "factors: [知識, 生体]\n", Outcome.NotApplicable)] // everything is implemented
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
