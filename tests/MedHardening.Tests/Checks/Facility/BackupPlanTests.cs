using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class BackupPlanTests : IDisposable
{
    private const string Id = "backup-plan";

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
    [InlineData("offsite: true, ", "", Outcome.Unknown)] // no copy elsewhere
    [InlineData("offline: true, ", "", Outcome.Unknown)] // no copy out of reach
    [InlineData("offline: true, ", "immutable: true, ", Outcome.Pass)] // a copy that cannot be changed is out of reach
    [InlineData("medium: テープ", "medium: HDD", Outcome.Unknown)] // one kind of medium
    [InlineData("generations: 7", "generations: 2", Outcome.Pass)] // the tape has four
    [InlineData("generations: 4", "generations: 2", Outcome.Pass)] // the disk has seven
    [InlineData("    - {name: 院内, medium: HDD, place: サーバ室, generations: 7, everyDays: 1}\n", "", Outcome.Unknown)] // two copies in all
    [InlineData("generations: 4, everyDays: 7", "generations: 4", Outcome.Unknown)] // how often is not said
    [InlineData("  neededForCare: [アレルギー, 処方]\n", "", Outcome.Unknown)] // what care needs is not said
    [InlineData("  readableAt: 紙の綴じ込み\n", "", Outcome.Unknown)] // the procedure cannot be read during an outage
    [InlineData("  recoveryOrder: [認証, 電子カルテ]\n", "", Outcome.Unknown)] // no order
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
