using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checklist;

/// <summary>An answer that something speaks against is flagged (要再確認), and stays as the person gave it.</summary>
public sealed class RecheckTests : IDisposable
{
    private const string Row = "removable-storage";
    private const string Hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private readonly string _folder = Directory.CreateTempSubdirectory("recheck-").FullName;

    public RecheckTests() => File.WriteAllText(Path.Combine(_folder, "paper.pdf"), "hello");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_answer_that_everything_supports_is_not_flagged()
    {
        ChecklistRow row = await JudgeAsync(MadeUp.Yes(Row) with { Evidence = [Paper()] });
        Assert.Empty(row.Rechecks);
        Assert.Equal(Proposal.YesCandidate, row.Proposal);
    }

    public static TheoryData<string, Document> Documents => new()
    {
        { "DocumentMissing", Paper() with { Path = "gone.pdf" } },
        { "DocumentChanged", Paper() with { Sha256 = new string('0', 64) } },
        { "DocumentNotHashed", Paper() with { Sha256 = null } },
        { "DocumentExpired", Paper() with { Expires = MadeUp.AsOf.AddDays(-1) } },
        { "DocumentDatedLater", Paper() with { Date = MadeUp.AsOf.AddDays(1) } },
        { "DocumentNotNamed", new Document() },
        { "DocumentUnreadable", Paper() with { Path = "." } },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_that_does_not_hold_leaves_the_answer_without_its_evidence(string code, Document document)
    {
        ChecklistRow row = await JudgeAsync(MadeUp.Yes(Row) with { Evidence = [Paper(), document] });
        Assert.Equal((code, document.Path), row.Rechecks.Select(r => (r.Code, r.Detail)).Single());
        Assert.Equal((Proposal.AttestationNeeded, Answer.Yes), (row.Proposal, row.Attestation!.Answer));
    }

    [Fact]
    public async Task A_document_counts_through_its_last_day() =>
        Assert.Empty((await JudgeAsync(MadeUp.Yes(Row) with { Evidence = [Paper() with { Expires = MadeUp.AsOf, Date = MadeUp.AsOf }] })).Rechecks);

    public static TheoryData<string, Attestation> Answers => new()
    {
        { "PersonMissing", MadeUp.Yes(Row) with { By = null } },
        { "ConfirmationDateMissing", MadeUp.Yes(Row) with { ConfirmedOn = null } },
        { "ConfirmedLater", MadeUp.Yes(Row) with { ConfirmedOn = MadeUp.AsOf.AddDays(1) } },
        { "ConfirmedInAnotherYear", MadeUp.Yes(Row) with { ConfirmedOn = new DateTime(2025, 3, 31) } },
        { "TargetDateMissing", MadeUp.Yes(Row) with { Answer = Answer.No } },
        { "TargetDatePassed", MadeUp.Yes(Row) with { Answer = Answer.No, TargetDate = MadeUp.AsOf.AddDays(-1) } },
        { "", MadeUp.Yes(Row) with { Answer = Answer.No, TargetDate = MadeUp.AsOf } },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_is_not_complete_is_flagged(string code, Attestation answer) =>
        Assert.Equal(code, string.Join(' ', (await JudgeAsync(answer)).Rechecks.Select(r => r.Code)));

    [Fact]
    public async Task A_yes_that_a_measurement_contradicts_is_flagged_and_kept()
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([MadeUp.Yes(Row)]), new FakeHost("PC1"));
        Assert.Equal(["Contradicted"], status.Row(Row).Rechecks.Select(r => r.Code));
        Assert.Equal(Answer.Yes, status.Row(Row).Attestation!.Answer);
    }

    [Fact]
    public async Task A_yes_on_top_of_computers_that_nobody_measured_is_flagged()
    {
        FakeHost silent = MadeUp.GoodHost("PC1").Failing("Win32_ComputerSystem", MedHardening.Cim.CimFaultKind.OperationTimedOut);
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([MadeUp.Yes(Row)]), silent);
        Assert.Equal(["ComputersNotMeasured", "EvidenceMissing"], status.Row(Row).Rechecks.Select(r => r.Code));
    }

    [Fact]
    public async Task A_yes_that_neither_check_nor_document_supports_is_flagged()
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(MadeUp.Record([MadeUp.Yes("bcp")]), MadeUp.GoodHost("PC1"));
        Assert.Equal(["EvidenceMissing"], status.Row("bcp").Rechecks.Select(r => r.Code));
    }

    private static Document Paper() => new() { Path = "paper.pdf", Sha256 = Hello.ToUpperInvariant() };

    private async Task<ChecklistRow> JudgeAsync(Attestation answer)
    {
        FacilityRecord record = MadeUp.Record([answer]) with { Folder = _folder };
        return (await MadeUp.JudgeAsync(record, MadeUp.GoodHost("PC1"))).Row(Row);
    }
}
