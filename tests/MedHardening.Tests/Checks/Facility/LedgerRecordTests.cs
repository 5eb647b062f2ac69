using System;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Fleet;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class LedgerRecordTests : IDisposable
{
    private const string Id = "ledger-record";

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
    [InlineData("  owner: {name: 台帳花子, title: 情報係}\n", "", Outcome.Unknown)] // no owner
    [InlineData("updatedOn: 2025-10-01", "updatedOn: 2024-11-30", Outcome.Unknown)] // more than 12 months old
    [InlineData("updatedOn: 2025-10-01", "updatedOn: 2024-12-01", Outcome.Pass)] // 12 months to the day
    [InlineData("updatedOn: 2025-10-01", "updatedOn: 2025-12-02", Outcome.Unknown)] // a day that has not come
    [InlineData("  maintenancePlan: {path: paper.pdf, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}\n", "", Outcome.Unknown)] // no plan
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }

    [Fact]
    public void Computers_named_at_the_command_line_are_no_ledger()
    {
        _facility.Ledger = [new LedgerComputer("PC1", "PC1", Roles.Client, Handling.ReadOnly, 0)];
        Assert.Equal(Outcome.Unknown, _facility.Judge(Id).Outcome);
    }

    [Fact]
    public void A_ledger_without_network_devices_is_not_complete()
    {
        _facility.Ledger = _facility.Ledger.Where(c => c.Role != Roles.Network).ToArray();
        Verdict verdict = _facility.Judge(Id);
        Assert.Equal((Outcome.Unknown, Verdict.RecordIncomplete), (verdict.Outcome, verdict.Reason));
    }
}
