using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class AppointedOfficerTests : IDisposable
{
    private const string Id = "appointed-officer";

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
    [InlineData("  officer: {name: 山田太郎, title: 副院長}\n", "", Outcome.Unknown)] // nobody is named
    [InlineData("appointedOn: 令和7年4月1日", "appointedOn: 2025-12-02", Outcome.Unknown)] // appointed after the day of the judgement
    [InlineData("  appointedOn: 令和7年4月1日\n", "", Outcome.Unknown)] // no day
    [InlineData("  appointedOn: 令和7年4月1日\n", "  appointedOn: 令和7年4月1日\n  until: 2025-11-30\n", Outcome.Unknown)] // left office the day before
    [InlineData("  appointedOn: 令和7年4月1日\n", "  appointedOn: 令和7年4月1日\n  until: 2025-12-01\n", Outcome.Pass)] // the last day in office is still one
    [InlineData("  document: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824, date: 2025-04-01}\n", "", Outcome.Unknown)] // no document
    [InlineData("date: 2025-04-01}", "date: 2025-04-01, expires: 2025-11-30}", Outcome.Unknown)] // the document has expired
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
