using System;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class AccessLogRecordsTests : IDisposable
{
    private const string Id = "access-log-records";

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
    [InlineData("records: [ログイン時刻, アクセス時間, 操作内容]", "records: [ログイン時刻, アクセス時間]", Outcome.Unknown)] // operations are not in the log
    [InlineData("  protection: 別サーバへ転送し書込禁止\n", "", Outcome.Unknown)] // unprotected
    [InlineData("years: 5, basis: 法定,", "basis: 法定,", Outcome.Unknown)] // no years
    [InlineData("years: 5, basis: 法定,", "years: 5,", Outcome.Unknown)] // no reason for the years
    [InlineData("takenOn: 2025-11-01", "takenOn: 2025-05-31", Outcome.Unknown)] // the newest archive is more than 6 months old
    [InlineData(", keptAt: 金庫", "", Outcome.Unknown)] // nobody knows where
    [InlineData("lastOn: 2025-11-10", "lastOn: 2025-10-31", Outcome.Unknown)] // the monthly review is overdue
    [InlineData("everyMonths: 1", "everyMonths: 2", Outcome.Pass)] // a longer interval is another rule
    [InlineData("    reviewer: {name: 確認四郎, title: 係}\n", "", Outcome.Unknown)] // nobody reviews
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }
}
