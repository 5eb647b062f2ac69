using System;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class RemoteMaintenanceAnswersTests : IDisposable
{
    private const string Id = "remote-maintenance-answers";
    private const string Head = "schema: medhardening/facility/1\nfacility: {name: 試験病院, kind: 病院}\n";

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
    [InlineData("answeredOn: 2025-06-01", "answeredOn: 2025-03-31", Outcome.Unknown)] // answered last fiscal year
    [InlineData("answeredOn: 2025-06-01", "answeredOn: 2025-12-02", Outcome.Unknown)] // answered after the day of the judgement
    [InlineData("      by: {name: 見本次郎, title: 係}\n", "", Outcome.Unknown)] // nobody signed the answer
    [InlineData("      used: true\n      hosts: [SV1]\n", "      used: false\n", Outcome.Pass)] // no remote maintenance, and said so
    [InlineData("      used: true\n      hosts: [SV1]\n", "", Outcome.Unknown)] // not said whether
    [InlineData("  - name: 見本メディカル\n    form", "  - name: 見本メディカル\n    contract: false\n    form", Outcome.NotApplicable)] // the only vendor has no contract
    public void One_thing_is_otherwise(string part, string instead, Outcome expected)
    {
        Verdict verdict = _facility.Judge(Id, part, instead);
        Assert.Equal((expected, expected == Outcome.Unknown), (verdict.Outcome, verdict.LacksRecord));
    }

    [Theory]
    [InlineData("SV1", Outcome.Pass)]
    [InlineData("PC1", Outcome.Fail)] // no vendor's answer mentions it, whatever the baseline approves
    public void Software_that_was_found_must_be_in_a_vendors_answer(string host, Outcome expected)
    {
        StubCheck check = new("remote-control-software", "remote-maintenance", Bearing.Refutes);
        _facility.Results = [new(Subject.Computer(host), check, Verdict.Of([new Evidence("Win32_Service", Operators.SubsetOf, "approved", "TeamViewer", Outcome.Pass)]))];
        Assert.Equal(expected, _facility.Judge(Id).Outcome);
    }

    [Fact]
    public void Without_contracts_the_row_is_not_required()
    {
        Verdict verdict = _facility.JudgeText(Id, Head + "noVendorContracts: true\n");
        Assert.Equal((Outcome.NotApplicable, "NoVendorContract"), (verdict.Outcome, verdict.Reason));
    }
}
