using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class TwoFactorSignInTests : IDisposable
{
    private const string Id = "two-factor-sign-in";

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
    [InlineData("by: 2027-03-31,", "by: 2028-03-31,", Outcome.Pass)] // the last day that the form allows
    [InlineData("by: 2027-03-31,", "by: 2028-04-01,", Outcome.Fail)] // later than the form allows
    [InlineData("by: 2027-03-31,", "by: 2025-11-30,", Outcome.Unknown)] // the day of the plan has gone by
    [InlineData("      plan: {by: 2027-03-31, owner: {name: 計画三郎, title: 係長}, document: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}}\n", "", Outcome.Fail)] // neither two factors nor a plan
    [InlineData("owner: {name: 計画三郎, title: 係長}, ", "", Outcome.Unknown)] // nobody owns the plan
    [InlineData("factors: [知識, 所有]\n      implementedOn: 2025-09-01", "factors: [知識, 知識要素]", Outcome.Fail)] // the same factor twice is one factor
    [InlineData("factors: [知識, 所有]", "factors: [knowledge, biometric]", Outcome.Pass)] // the English words of the factors
    [InlineData("      implementedOn: 2025-09-01\n", "", Outcome.Unknown)] // no day since when
    [InlineData("implementedOn: 2025-09-01", "implementedOn: 2026-01-01", Outcome.Unknown)] // not in use yet
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }

    [Theory]
    [InlineData("twoFactor: {systems: []}\n", Outcome.Fail)] // no system at all, and said so
    [InlineData("twoFactor: {systems: }\n", Outcome.Unknown)] // nothing written yet
    public void A_list_without_systems(string section, Outcome expected) =>
        Assert.Equal(expected, _facility.JudgeText(Id, "schema: medhardening/facility/1\nfacility: {name: 試験病院, kind: 病院}\n" + section).Outcome);
}
