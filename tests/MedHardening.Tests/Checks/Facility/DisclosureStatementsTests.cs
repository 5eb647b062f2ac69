using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class DisclosureStatementsTests : IDisposable
{
    private const string Id = "disclosure-statements";

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
    [InlineData("        disclosure: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}\n", "", Outcome.Fail)] // a contracted system without a statement
    [InlineData("disclosure: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}", "disclosure: {path: gone.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}", Outcome.Unknown)] // the file is gone
    [InlineData("        receivedOn: 2025-05-10\n", "", Outcome.Unknown)] // no day of receipt
    [InlineData("  - name: 見本メディカル\n    form", "  - name: 見本メディカル\n    contract: false\n    form", Outcome.NotApplicable)] // no contract
    [InlineData("- name: 見本メディカル\n    form", "- name: 別の会社\n    form", Outcome.Unknown)] // the ledger names a vendor that the record does not
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
