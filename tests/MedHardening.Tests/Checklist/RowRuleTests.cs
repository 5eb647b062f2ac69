using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checklist;

/// <summary>The rule of a row, line by line: what refutes, what leaves open, what a person must add.</summary>
public class RowRuleTests
{
    private const string Row = "removable-storage";
    private static readonly FakeHost[] s_none = [];

    [Fact]
    public async Task A_measured_contradiction_beats_an_unmeasured_computer_and_a_signed_yes()
    {
        FakeHost bad = new("PC1");
        FakeHost silent = MadeUp.GoodHost("PC2").Failing("Win32_ComputerSystem", CimFaultKind.OperationTimedOut);
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([MadeUp.Yes(Row)]), bad, silent);
        Assert.Equal(Proposal.No, status.Row(Row).Proposal);
    }

    [Fact]
    public async Task An_unmeasured_computer_leaves_the_row_open_whatever_a_person_signed()
    {
        FakeHost silent = MadeUp.GoodHost("PC2").Failing("Win32_ComputerSystem", CimFaultKind.OperationTimedOut);
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([MadeUp.Yes(Row)]), MadeUp.GoodHost("PC1"), silent);
        Assert.Equal(Proposal.Undetermined, status.Row(Row).Proposal);
    }

    [Fact]
    public async Task An_unknown_result_leaves_the_row_open()
    {
        FakeHost unclear = new FakeHost("PC1").With(@"SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices", "Deny_All", "1");
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([MadeUp.Yes(Row)]), unclear);
        Assert.Equal(Proposal.Undetermined, status.Row(Row).Proposal);
    }

    [Fact]
    public async Task Without_a_person_nothing_becomes_a_yes()
    {
        Assert.Equal(Proposal.AttestationNeeded, (await MadeUp.JudgeAsync(null, MadeUp.GoodHost("PC1"))).Row(Row).Proposal);
        Assert.Equal(Proposal.AttestationNeeded, (await MadeUp.JudgeAsync(null, s_none)).Row("bcp").Proposal);
    }

    [Fact]
    public async Task A_complete_record_and_no_contradiction_make_a_candidate()
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([MadeUp.Yes(Row), MadeUp.Yes("bcp")]), MadeUp.GoodHost("PC1"));
        Assert.Equal(Proposal.YesCandidate, status.Row(Row).Proposal);
        Assert.Equal(Proposal.YesCandidate, status.Row("bcp").Proposal);
    }

    public static TheoryData<string, Attestation> IncompleteRecords => new()
    {
        { "no person", MadeUp.Yes(Row) with { By = null } },
        { "no title", MadeUp.Yes(Row) with { By = new Person("山田太郎", "") } },
        { "no date", MadeUp.Yes(Row) with { ConfirmedOn = null } },
        { "after the day of the judgement", MadeUp.Yes(Row) with { ConfirmedOn = MadeUp.AsOf.AddDays(1) } },
        { "of last fiscal year", MadeUp.Yes(Row) with { ConfirmedOn = new DateTime(2025, 3, 31) } },
        { "answered no", MadeUp.Yes(Row) with { Answer = Answer.No } },
        { "of another row", MadeUp.Yes("bcp") },
    };

    [Theory]
    [MemberData(nameof(IncompleteRecords))]
    public async Task An_incomplete_record_is_no_record(string why, Attestation attestation)
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([attestation]), MadeUp.GoodHost("PC1"));
        Assert.True(Proposal.AttestationNeeded == status.Row(Row).Proposal, why);
    }

    [Fact]
    public async Task A_valid_exception_covers_a_contradiction_and_is_shown()
    {
        FacilityRecord record = MadeUp.Record([MadeUp.Yes(Row)], [MadeUp.Exception(Row, "pc1")]);
        ChecklistStatus status = await MadeUp.JudgeAsync(record, new FakeHost("PC1"));
        Assert.Equal(Proposal.YesCandidate, status.Row(Row).Proposal);
        CheckResult result = Assert.Single(status.Row(Row).Results);
        Assert.Equal((Outcome.Excepted, "E1", Outcome.Fail), (result.Outcome, result.ExceptionId, result.Verdict.Outcome));
    }

    [Fact]
    public async Task A_valid_exception_covers_a_computer_that_was_not_measured()
    {
        FakeHost silent = MadeUp.GoodHost("PC1").Failing("Win32_ComputerSystem", CimFaultKind.OperationTimedOut);
        FacilityRecord record = MadeUp.Record([MadeUp.Yes(Row)], [MadeUp.Exception(Row, "PC1")]);
        ChecklistRow row = (await MadeUp.JudgeAsync(record, silent)).Row(Row);
        Assert.Equal(Proposal.YesCandidate, row.Proposal);
        Assert.Equal(1, row.Coverage.Failed); // covered is not measured
    }

    public static TheoryData<string, RecordedException> WorthlessExceptions => new()
    {
        { "expired yesterday", MadeUp.Exception(Row, "PC1") with { Expires = MadeUp.AsOf.AddDays(-1) } },
        { "not approved", MadeUp.Exception(Row, "PC1") with { ApprovedBy = null } },
        { "approved tomorrow", MadeUp.Exception(Row, "PC1") with { ApprovedOn = MadeUp.AsOf.AddDays(1) } },
        { "approved without a date", MadeUp.Exception(Row, "PC1") with { ApprovedOn = null } },
        { "for another host", MadeUp.Exception(Row, "PC2") },
        { "for another item", MadeUp.Exception("background-services", "PC1") },
        { "for another check", MadeUp.Exception(Row, "PC1") with { Check = "approved-services" } },
    };

    [Theory]
    [MemberData(nameof(WorthlessExceptions))]
    public async Task An_exception_that_does_not_hold_covers_nothing(string why, RecordedException exception)
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([MadeUp.Yes(Row)], [exception]), new FakeHost("PC1"));
        Assert.True(Proposal.No == status.Row(Row).Proposal, why);
    }

    [Fact]
    public async Task An_exception_counts_through_its_last_day()
    {
        FacilityRecord record = MadeUp.Record([MadeUp.Yes(Row)], [MadeUp.Exception(Row, "PC1") with { Expires = MadeUp.AsOf }]);
        Assert.Equal(Proposal.YesCandidate, (await MadeUp.JudgeAsync(record, new FakeHost("PC1"))).Row(Row).Proposal);
    }

    [Theory]
    [InlineData(Handling.NotContactable, Answer.Yes, -1, Proposal.YesCandidate)]
    [InlineData(Handling.NotContactable, Answer.No, -1, Proposal.Undetermined)]
    [InlineData(Handling.NotContactable, Answer.Yes, 1, Proposal.Undetermined)] // not answered yet on the day of the judgement
    [InlineData(Handling.NotContactable, Answer.Yes, -245, Proposal.Undetermined)] // 2025-03-31, the last day of the year before
    [InlineData(Handling.NotContactable, Answer.Yes, -244, Proposal.YesCandidate)] // 2025-04-01, the first of this one
    public async Task A_vendors_answer_covers_a_computer_that_may_not_be_contacted(
        Handling handling, Answer answer, int days, Proposal expected)
    {
        VendorAnswer vendor = new("医療機器社", Row, ["MODALITY"], answer, MadeUp.Officer, MadeUp.AsOf.AddDays(days));
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport(new Dictionary<string, FakeHost>()),
            MadeUp.Record([MadeUp.Yes(Row)], null, [vendor]),
            MadeUp.Baseline("*"),
            MadeUp.Computer("MODALITY", handling: handling));
        Assert.Equal(expected, status.Row(Row).Proposal);
        Assert.Equal(1, status.Row(Row).Coverage.NotAttempted);
    }

    [Fact]
    public async Task A_vendors_answer_covers_no_computer_that_should_have_been_measured()
    {
        VendorAnswer vendor = new("医療機器社", Row, ["PC1"], Answer.Yes, MadeUp.Officer, MadeUp.AsOf);
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport(new Dictionary<string, FakeHost>()),
            MadeUp.Record([MadeUp.Yes(Row)], null, [vendor]),
            MadeUp.Baseline("*"),
            MadeUp.Computer("PC1"));
        Assert.Equal(Proposal.Undetermined, status.Row(Row).Proposal);
    }

    [Fact]
    public async Task Servers_and_clients_are_answered_apart()
    {
        FakeHost server = MadeUp.GoodHost("SV1").WithService("TeamViewer", "Running", "Auto");
        FakeHost client = MadeUp.GoodHost("PC1");
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport(new Dictionary<string, FakeHost> { ["SV1"] = server, ["PC1"] = client }),
            null,
            MadeUp.Baseline("RpcSs", "EventLog"),
            MadeUp.Computer("SV1", Roles.Server),
            MadeUp.Computer("PC1", "imaging"));
        Assert.Equal(Proposal.No, status.Row("background-services-server").Proposal);
        Assert.Equal(Proposal.AttestationNeeded, status.Row("background-services-client").Proposal);
        Assert.Equal(["PC1"], status.Row("background-services-client").Results.Select(r => r.Subject.Name));
    }
}
