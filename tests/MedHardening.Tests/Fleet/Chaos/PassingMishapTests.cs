using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Fleet;
using MedHardening.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Fleet.Chaos;

/// <summary>What passes does no harm, what an encrypted connection meets is told alike, and a run can be stopped.</summary>
public sealed class PassingMishapTests
{
    private static readonly uint[] s_quotas = [2150859173, 2150859174, 2150859175, 2150859176, 2150859240];
    private static readonly Phase[] s_phases = [Phase.SignIn, Phase.FirstPage, Phase.LaterPage, Phase.Invoke];

    [Fact]
    public async Task A_host_that_is_too_busy_three_times_is_measured_the_fourth_time()
    {
        Mishap[] busy =
        [
            .. s_phases.Append(Phase.Identify).Select(p => new Mishap(p, MishapKind.Unavailable) { Times = 3 }),
            .. s_phases.SelectMany(p => s_quotas.Select(q => new Mishap(p, MishapKind.Fault) { Code = q, Times = 3 })),
        ];
        await AssertOutcomesAsync(ComputerOutcome.Measured, null, busy);
    }

    [Fact]
    public async Task A_host_that_is_too_busy_four_times_is_not() => await AssertOutcomesAsync(
        ComputerOutcome.Failed, "Busy", new Mishap(Phase.FirstPage, MishapKind.Unavailable) { Times = 4 }, new Mishap(Phase.Identify, MishapKind.Unavailable) { Times = 4 });

    [Fact]
    public async Task A_connection_that_was_reset_before_an_enumeration_was_answered_is_opened_once_more() => await AssertOutcomesAsync(
        ComputerOutcome.Measured, null, new Mishap(Phase.FirstPage, MishapKind.Reset) { Times = 1 }, new Mishap(Phase.FirstPage, MishapKind.Reset) { Skip = 1, Times = 1 });

    [Fact]
    public async Task Over_HTTPS_the_same_goes_wrong_for_the_same_reasons()
    {
        using CertificateAuthority authority = new();
        Row[] rows = MishapTable.Rows.Where(r => r.At is Phase.Connect or Phase.Invoke && r.What is not MishapKind.Fault).ToArray();
        IReadOnlyList<Finding> findings = await ChaoticFleet.MeasureAsync(
            rows.Select(r => (Misbehaviour)new Mishap(r.At, r.What)).ToArray(), new Wire(authority));

        Assert.Equal(rows.Select(r => (r.Name, r.Outcome, r.Reason)), rows.Zip(findings, (r, f) => (r.Name, f.Computer.Outcome, f.Computer.Reason)));
    }

    [Theory]
    [InlineData(Phase.Connect)]
    [InlineData(Phase.Identify)]
    [InlineData(Phase.SignIn)]
    [InlineData(Phase.LaterPage)]
    [InlineData(Phase.Invoke)]
    public Task A_run_is_stopped_at_once_while_hosts_keep_it_waiting(Phase silentAt) => ChaoticFleet.StopAsync(silentAt);

    private static async Task AssertOutcomesAsync(ComputerOutcome outcome, string? reason, params Mishap[] mishaps)
    {
        IReadOnlyList<Finding> findings = await ChaoticFleet.MeasureAsync(mishaps.Select(m => (Misbehaviour)m).ToArray());
        Assert.Equal(mishaps.Select(m => (m, outcome, reason)), mishaps.Zip(findings, (m, f) => (m, f.Computer.Outcome, f.Computer.Reason)));
    }
}
