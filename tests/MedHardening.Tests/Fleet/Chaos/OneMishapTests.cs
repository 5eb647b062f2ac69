using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Fleet;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Fleet.Chaos;

/// <summary>Each mishap at each point, alone and for good, through a whole run: one outcome, for the right reason.</summary>
public sealed class OneMishapTests(OneMishapTests.Fleet fleet) : IClassFixture<OneMishapTests.Fleet>
{
    // Both time-outs twice, and what a loaded machine needs on top.
    private static readonly TimeSpan s_longest = (ChaoticFleet.ShortConnect + ChaoticFleet.ShortOperation) * 2 + TimeSpan.FromSeconds(20);

    public static TheoryData<string> Names => new(MishapTable.Rows.Select(r => r.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_host_has_the_outcome_that_its_mishap_deserves(string name)
    {
        Row row = MishapTable.Rows.Single(r => r.Name == name);
        Finding finding = fleet.Findings[name];

        Assert.Equal((row.Outcome, row.Reason), (finding.Computer.Outcome, finding.Computer.Reason));
        Assert.InRange(finding.Computer.Duration, TimeSpan.Zero, s_longest);
        bool storage = row.Outcome == ComputerOutcome.Measured || row.At == Phase.LaterPage;
        bool services = row.Outcome == ComputerOutcome.Measured || (row.At == Phase.Invoke && row.Outcome == ComputerOutcome.PartlyMeasured);
        Assert.All(finding.Results, r => Assert.Equal(
            (r.Check is RemovableStorageAccess ? storage : services) ? Outcome.Pass : Outcome.Unknown, r.Outcome));
        Assert.Equal(storage || services, finding.Results.Any(r => r.Outcome == Outcome.Pass));
    }

    public sealed class Fleet : IAsyncLifetime
    {
        internal Dictionary<string, Finding> Findings { get; } = [];

        public async Task InitializeAsync()
        {
            IReadOnlyList<Finding> findings = await ChaoticFleet.MeasureAsync(
                MishapTable.Rows.Select(r => (Misbehaviour)new Mishap(r.At, r.What) { Code = r.Code }).ToArray(), replay: true);
            for (int i = 0; i < findings.Count; i++)
                Findings[MishapTable.Rows[i].Name] = findings[i];
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
