using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class VendorFormsTests : IDisposable
{
    private const string Id = "vendor-forms";
    private const string Form = "    form: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}\n";

    private readonly GoodFacility _facility = new();

    public void Dispose() => _facility.Dispose();

    [Fact]
    public void A_complete_record_passes() => Assert.Equal(Outcome.Pass, _facility.Judge(Id).Outcome);

    [Fact]
    public void Nothing_written_calls_for_a_person() => Assert.True(_facility.JudgeNothing(Id).LacksRecord);

    [Theory]
    [InlineData("", Outcome.Unknown)] // not handed in
    [InlineData("    form: {path: gone.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}\n", Outcome.Unknown)]
    [InlineData("    contract: false\n", Outcome.NotApplicable)]
    public void One_thing_is_otherwise(string instead, Outcome expected) => Assert.Equal(expected, _facility.Judge(Id, Form, instead).Outcome);
}
