using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Fleet;

/// <summary>A check of the facility itself decides its row as a check of a computer does, after all computers were measured.</summary>
public class FacilityCheckRunTests
{
    [Theory]
    [InlineData(Outcome.Pass, Bearing.Refutes, Proposal.YesCandidate)]
    [InlineData(Outcome.Fail, Bearing.Refutes, Proposal.No)]
    [InlineData(Outcome.Unknown, Bearing.Refutes, Proposal.Undetermined)]
    [InlineData(Outcome.Fail, Bearing.Supports, Proposal.YesCandidate)]
    public async Task Its_outcome_and_bearing_decide_the_row(Outcome outcome, Bearing bearing, Proposal expected)
    {
        ChecklistStatus status = await JudgeAsync(new PlanCheck(bearing, _ => outcome));
        Assert.Equal(expected, status.Row("bcp").Proposal);
        CheckResult result = Assert.Single(status.Row("bcp").Results);
        Assert.Equal((SubjectKind.Facility, "試験病院"), (result.Subject.Kind, result.Subject.Name));
    }

    [Fact]
    public async Task It_sees_the_ledger_and_what_became_of_the_computers()
    {
        FacilityView? seen = null;
        await JudgeAsync(new PlanCheck(Bearing.Refutes, view =>
        {
            seen = view;
            return Outcome.Pass;
        }));
        Assert.Equal(["PC1", "SWITCH"], seen!.Ledger.Select(c => c.Name));
        Assert.Equal(ComputerOutcome.Measured, Assert.Single(seen.Computers).Outcome);
        Assert.Equal((MadeUp.AsOf, "試験病院"), (seen.AsOf, seen.Record!.Name));
    }

    [Theory]
    [InlineData(FacilityKind.Hospital, 4)]
    [InlineData(FacilityKind.Vendor, 0)]
    public async Task A_run_has_the_rows_of_the_form_of_the_facility(FacilityKind kind, int rows)
    {
        ChecklistStatus status = await MadeUp.Run(new FakeTransport(new Dictionary<string, FakeHost>())).RunAsync(
            new StatusRequest(
                MadeUp.BaselineOf([], []),
                MadeUp.Profile with
                {
                    Forms =
                    [
                        new ChecklistForm("医療機関確認用", "institutions", [FacilityKind.Hospital], null, "made up"),
                        new ChecklistForm("事業者確認用", "vendors", [FacilityKind.Vendor], null, "made up"),
                    ],
                },
                MadeUp.Record() with { Kind = kind },
                [],
                MadeUp.AsOf),
            _ => { },
            CancellationToken.None);
        Assert.Equal(rows, status.Rows.Count);
    }

    private static Task<ChecklistStatus> JudgeAsync(Check check) =>
        new StatusRun(
            new FakeTransport((name, _) => Task.FromResult<ICimSession>(MadeUp.GoodHost(name))),
            c => new CimTarget(c.Name),
            [check]).RunAsync(
            new StatusRequest(
                MadeUp.BaselineOf([], []),
                MadeUp.Profile,
                MadeUp.Record([MadeUp.Yes("bcp")]),
                [MadeUp.Computer("PC1"), MadeUp.Computer("SWITCH", Roles.Network)],
                MadeUp.AsOf),
            _ => { },
            CancellationToken.None);

    private sealed class PlanCheck(Bearing bearing, Func<FacilityView, Outcome> judge) : FacilityCheck
    {
        public override string Id => "plan-check";

        public override string Item => "bcp";

        public override Bearing Bearing => bearing;

        public override Text Title => new("計画", "Plan");

        public override Text Remedy => new("作る", "Make one");

        public override Type SettingsType => typeof(Dictionary<string, string>);

        public override Verdict Evaluate(FacilityView view, object settings) =>
            Verdict.Of([new Evidence("facility.yaml", Operators.Exists, "plan", "plan", judge(view))]);
    }
}
