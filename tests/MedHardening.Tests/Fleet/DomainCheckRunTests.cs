using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Domains;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Fleet;

/// <summary>A check of a domain decides its row; a domain that nobody asked leaves it open, and where there is none nothing changes.</summary>
public class DomainCheckRunTests
{
    [Theory]
    [InlineData("yes", Proposal.YesCandidate)]
    [InlineData("no", Proposal.No)]
    [InlineData("?", Proposal.Undetermined)]
    public async Task Its_outcome_decides_the_row(string answer, Proposal expected)
    {
        ChecklistStatus status = await JudgeAsync(new FakeDirectory(answer), ["med.example"]);
        Assert.Equal(expected, status.Row("bcp").Proposal);
        CheckResult result = Assert.Single(status.Row("bcp").Results);
        Assert.Equal((SubjectKind.Domain, "med.example"), (result.Subject.Kind, result.Subject.Name));
    }

    [Fact]
    public async Task A_domain_of_the_facility_that_is_not_asked_leaves_the_row_open()
    {
        ChecklistStatus status = await JudgeAsync(null, ["med.example"]);
        Assert.Equal(Proposal.Undetermined, status.Row("bcp").Proposal);
        Assert.Equal("DomainNotAsked", Assert.Single(status.Row("bcp").Results).Verdict.Reason);
    }

    [Fact]
    public async Task A_domain_that_a_measured_computer_belongs_to_counts_though_no_record_names_it()
    {
        ChecklistStatus status = await JudgeAsync(null, [], partOfDomain: true);
        Assert.Equal(Proposal.Undetermined, status.Row("bcp").Proposal);
    }

    [Fact]
    public async Task Without_a_domain_nothing_changes()
    {
        ChecklistStatus status = await JudgeAsync(null, []);
        Assert.Equal(Proposal.YesCandidate, status.Row("bcp").Proposal);
        Assert.Empty(status.Row("bcp").Results);
    }

    [Fact]
    public async Task A_fault_leaves_the_row_open_and_says_what_the_directory_said()
    {
        ChecklistStatus status = await JudgeAsync(new FakeDirectory("fault"), []);
        Assert.Equal(Proposal.Undetermined, status.Row("bcp").Proposal);
        CheckResult result = Assert.Single(status.Row("bcp").Results);
        Assert.Equal(("DirectoryAuthenticationFailed", "LDAP 49"), (result.Verdict.Reason, result.Deciding!.Source));
    }

    [Fact]
    public async Task Checks_that_ask_the_same_ask_the_domain_once()
    {
        FakeDirectory directory = new("yes");
        await JudgeAsync(directory, [], checks: 2);
        Assert.Equal(1, directory.Asked);
    }

    [Fact]
    public async Task An_exception_may_cover_a_domain()
    {
        ChecklistStatus status = await JudgeAsync(
            new FakeDirectory("no"), [], exception: MadeUp.Exception("bcp", "med.example"));
        Assert.Equal(Proposal.YesCandidate, status.Row("bcp").Proposal);
    }

    private static Task<ChecklistStatus> JudgeAsync(
        FakeDirectory? directory, string[] domains, bool partOfDomain = false, int checks = 1, RecordedException? exception = null) =>
        new StatusRun(
            new FakeTransport((name, _) => Task.FromResult<ICimSession>(partOfDomain ? InDomain(name) : new FakeHost(name))),
            c => new CimTarget(c.Name),
            Enumerable.Range(0, checks).Select(_ => new AnswerCheck()).ToArray()).RunAsync(
            new StatusRequest(
                MadeUp.BaselineOf([], []),
                MadeUp.Profile,
                MadeUp.Record([MadeUp.Yes("bcp")], exception is null ? [] : [exception]) with { Domains = domains },
                [MadeUp.Computer("PC1")],
                MadeUp.AsOf)
            {
                Directories = directory is null ? [] : [directory],
            },
            _ => { },
            CancellationToken.None);

    private static FakeHost InDomain(string name) => new FakeHost(name).WithRow(
        "Win32_ComputerSystem", ("Name", name), ("DNSHostName", name), ("Domain", "med.example"), ("PartOfDomain", true));

    private sealed class AnswerCheck : DomainCheck<AnswerCheck.Settings>
    {
        public sealed record Settings;

        public override string Id => "answer-check";

        public override string Item => "bcp";

        public override Bearing Bearing => Bearing.Refutes;

        public override Text Title => new("回答", "Answer");

        public override Text Remedy => new("直す", "Mend it");

        protected override async Task<Verdict> EvaluateAsync(DomainView domain, Settings settings, CancellationToken cancel)
        {
            string answer = Assert.Single(await domain.Directory.SearchAsync(new(null, "(cn=answer)", ["info"]), cancel))["info"][0];
            Outcome outcome = answer switch { "yes" => Outcome.Pass, "no" => Outcome.Fail, _ => Outcome.Unknown };
            return Verdict.Of([new Evidence("info", Operators.Equals, "yes", answer, outcome)]);
        }
    }

    private sealed class FakeDirectory(string answer) : IDirectory
    {
        public string Domain => "med.example";

        public int Asked { get; private set; }

        public Task<IReadOnlyList<DirectoryEntry>> SearchAsync(DirectorySearch search, CancellationToken cancel)
        {
            Asked++;
            return answer == "fault"
                ? throw new CimFault(CimFaultKind.AuthenticationFailed, "LDAP 49")
                : Task.FromResult<IReadOnlyList<DirectoryEntry>>(
                    [new DirectoryEntry("CN=answer,DC=med,DC=example", new Dictionary<string, IReadOnlyList<string>> { ["info"] = [answer] })]);
        }

        public void Dispose()
        {
        }
    }
}
