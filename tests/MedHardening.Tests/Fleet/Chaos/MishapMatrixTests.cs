using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Fleet;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Fleet.Chaos;

/// <summary>
/// Every mishap at every point again and again, now and then or for good, alone or with another one. 500 hosts by default and 5000 in
/// <c>.ci/long</c>: MEDHARDENING_CHAOS_HOSTS says how many. MEDHARDENING_CHAOS_SEED repeats a run.
/// </summary>
public sealed class MishapMatrixTests
{
    private const int HostsARun = 500;

    [Fact]
    public async Task Whatever_goes_wrong_each_host_has_one_outcome_that_its_mishaps_can_explain()
    {
        int count = Number("MEDHARDENING_CHAOS_HOSTS") ?? HostsARun;
        int seed = Number("MEDHARDENING_CHAOS_SEED") ?? Random.Shared.Next();
        for (int done = 0; done < count; done += HostsARun, seed++)
            await RunAsync(seed, Math.Min(HostsARun, count - done));
    }

    private static async Task RunAsync(int seed, int count)
    {
        Random random = new(seed);
        Misbehaviour[] misbehaviours = Enumerable.Range(0, count).Select(i => Draw(random, MishapTable.Rows[i % MishapTable.Rows.Count])).ToArray();
        IReadOnlyList<Finding> findings;
        try
        {
            findings = await ChaoticFleet.MeasureAsync(misbehaviours);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"MEDHARDENING_CHAOS_SEED={seed}: {e.Message}"), e);
        }
        string[] unexplained = findings.Select((f, i) => (Finding: f, Mishaps: misbehaviours[i].Mishaps))
            .Where(x => !IsExplained(x.Finding, x.Mishaps))
            .Select(x => string.Join(" + ", x.Mishaps) + " → " + x.Finding)
            .ToArray();
        Assert.True(unexplained.Length == 0, FormattableString.Invariant($"MEDHARDENING_CHAOS_SEED={seed}\n") + string.Join("\n", unexplained));
    }

    private static Misbehaviour Draw(Random random, Row row)
    {
        List<Mishap> mishaps = [Sometimes(random, row)];
        if (random.Next(3) == 0)
            mishaps.Insert(random.Next(2), Sometimes(random, MishapTable.Rows[random.Next(MishapTable.Rows.Count)]));
        return new Misbehaviour { Mishaps = mishaps };
    }

    // Whom a connection reaches, a ledger says once and for all.
    private static Mishap Sometimes(Random random, Row row) => new(row.At, row.What)
    {
        Code = row.Code,
        Skip = row.At == Phase.Connect ? 0 : random.Next(4) * random.Next(2),
        Times = row.At == Phase.Connect || random.Next(2) == 0 ? int.MaxValue : 1 + random.Next(4),
        Delay = TimeSpan.FromMilliseconds(1 + random.Next(row.What == MishapKind.Latency ? 30 : 200)),
    };

    private static bool IsExplained(Finding finding, IReadOnlyList<Mishap> mishaps)
    {
        (ComputerOutcome outcome, string? reason) = (finding.Computer.Outcome, finding.Computer.Reason);
        bool isMeasured = outcome is ComputerOutcome.Measured or ComputerOutcome.PartlyMeasured;
        if (!isMeasured && finding.Results.Any(r => r.Outcome != Outcome.Unknown))
            return false;
        Row[] rows = mishaps.Select(m => MishapTable.Rows.Single(r => r.At == m.At && r.What == m.What && r.Code == m.Code)).ToArray();
        if (mishaps is [{ Skip: 0, Times: int.MaxValue }] && !ChaoticFleet.KeepsWaiting(mishaps[0]) && mishaps[0].What != MishapKind.Latency)
            return (outcome, reason) == (rows[0].Outcome, rows[0].Reason);
        if (outcome == ComputerOutcome.Measured)
            return reason is null && finding.Results.All(r => r.Outcome == Outcome.Pass);
        // A short time-out is short for everything on a loaded machine.
        IEnumerable<string?> reasons = rows.Select(r => r.Reason)
            .Concat(mishaps.Any(ChaoticFleet.KeepsWaiting) ? ["OperationTimedOut", "ConnectTimedOut"] : [])
            // A second use of a credential after a rejection is refused on our side.
            .Concat(rows.Any(r => r.Reason == "AuthenticationFailed") ? ["CredentialWithdrawn"] : []);
        return reason is not null && reasons.Contains(reason) && (outcome == ComputerOutcome.PartlyMeasured || outcome == OutcomeOf(reason));
    }

    private static ComputerOutcome OutcomeOf(string? reason) => reason switch
    {
        "ConnectionRefused" or "ConnectTimedOut" or "ConnectionFailed" => ComputerOutcome.Unreachable,
        "AccessDenied" or "AuthenticationFailed" or "CredentialWithdrawn" => ComputerOutcome.Denied,
        _ => ComputerOutcome.Failed,
    };

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
