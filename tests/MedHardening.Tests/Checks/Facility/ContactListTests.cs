using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class ContactListTests : IDisposable
{
    private const string Id = "contact-list";

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
    [InlineData("    - {category: 警察, organisation: 見本県警サイバー対策課, phone: 099-123-4569}\n", "", Outcome.Fail)] // a category without anybody
    [InlineData("phone: 099-123-4569", "phone: \"\"", Outcome.Fail)] // the police without a number
    [InlineData("organisation: 見本県警サイバー対策課", "organisation: \"\"", Outcome.Fail)] // a number of nobody
    [InlineData("organisation: 見本メディカル, person", "organisation: A社, person", Outcome.Fail)] // a placeholder of the template
    [InlineData("organisation: 隣町病院", "organisation: X総合病院", Outcome.Fail)] // another placeholder of the template
    [InlineData("organisation: 見本保健所", "organisation: ○○保健所", Outcome.Fail)] // circles to be filled in
    [InlineData("phone: 099-123-4571", "phone: 000-0000-0000", Outcome.Fail)] // no number
    [InlineData("reviewedOn: 2025-06-01", "reviewedOn: 2024-11-30", Outcome.Unknown)] // not reviewed within 12 months
    [InlineData("  paperAt: 事務室の壁\n", "", Outcome.Unknown)] // not on paper
    [InlineData("  chart: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}\n", "", Outcome.Unknown)] // no chart
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }

    [Fact]
    public void A_category_may_have_several_contacts_of_which_one_is_complete() =>
        Assert.Equal(Outcome.Pass, _facility.Judge(
            Id, "    - {category: 近隣施設", "    - {category: システム事業者, organisation: 別の会社}\n    - {category: 近隣施設").Outcome);
}
