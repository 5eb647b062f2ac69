using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class RemovableMediaRulesTests : IDisposable
{
    private const string Id = "removable-media-rules";

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
    [InlineData("  rules: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}\n  register", "  register", Outcome.Unknown)] // no rules
    [InlineData("  register:\n    - {serial: ABC123, custodian: 放射線科, purpose: 画像の持出し, approvedOn: 2025-05-01}\n", "", Outcome.Unknown)] // no register
    [InlineData("  register:\n    - {serial: ABC123, custodian: 放射線科, purpose: 画像の持出し, approvedOn: 2025-05-01}\n", "  noneAllowed: true\n", Outcome.Pass)] // nothing is allowed, so there is nothing to register
    [InlineData("approvedOn: 2025-05-01}", "approvedOn: 2025-12-02}", Outcome.Unknown)] // approved after the day of the judgement
    [InlineData("    mediaStatement: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}\n", "", Outcome.Unknown)] // the vendor stated nothing
    [InlineData("{on: 2025-06-15, audience", "{on: 2024-11-30, audience", Outcome.Unknown)] // taught more than 12 months ago
    [InlineData("{on: 2025-06-15, audience", "{on: 2025-06-15, items: [2-⑧], audience", Outcome.Unknown)] // taught about something else
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
