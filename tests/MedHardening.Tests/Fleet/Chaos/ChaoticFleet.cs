using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Cim.Guarding;
using MedHardening.Cim.Retrying;
using MedHardening.Cim.WsMan;
using MedHardening.Fleet;
using MedHardening.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Fleet.Chaos;

/// <summary>
/// Good hosts that misbehave, each with a neighbour that does not, measured over loopback in one run: registry by methods, services in
/// several pages. Nothing sleeps but what a host keeps waiting for a time-out; only such hosts have short ones.
/// </summary>
internal static class ChaoticFleet
{
    public static readonly TimeSpan ShortConnect = TimeSpan.FromSeconds(2.5);
    public static readonly TimeSpan ShortOperation = TimeSpan.FromSeconds(1.5);

    private const string User = "chaos";
    private const string Password = "demo-only";
    private static readonly TimeSpan s_ample = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_hanging = TimeSpan.FromMinutes(1);

    /// <returns>The result of each misbehaviour, in their order. What every run must hold to is asserted here.</returns>
    public static async Task<IReadOnlyList<Finding>> MeasureAsync(IReadOnlyList<Misbehaviour> misbehaviours)
    {
        SimulatedHost[] hosts = Enumerable.Range(0, misbehaviours.Count * 2).Select(Host).ToArray();
        for (int i = 0; i < misbehaviours.Count; i++)
            hosts[i * 2].Misbehave(misbehaviours[i]);
        await using WsManServer server = await WsManServer.StartAsync(hosts, Options(), CancellationToken.None);

        Dictionary<string, SimulatedHost> byName = hosts.ToDictionary(h => h.Name);
        StatusRun run = new(
            Transport(),
            computer => Target(computer, byName[computer.Name]),
            [new RemovableStorageAccess(), new ApprovedServices()]);
        LedgerComputer[] ledger = hosts.Select(h => Line(h, server.EndPointOf(h))).ToArray();
        Dictionary<string, int> told = [];
        ChecklistStatus status = await run.RunAsync(
            new StatusRequest(MadeUp.Baseline("*"), MadeUp.Profile, null, ledger, MadeUp.AsOf),
            p => told[p.Computer.Computer.Name] = told.GetValueOrDefault(p.Computer.Computer.Name) + 1,
            CancellationToken.None);

        Assert.Equal(hosts.Length, told.Count);
        Assert.All(told, t => Assert.Equal(1, t.Value));
        Assert.Equal(ledger.Select(l => l.Name).Order(), status.Computers.Select(c => c.Computer.Name).Order());
        Coverage coverage = status.Row("removable-storage").Coverage;
        Assert.Equal(hosts.Length, coverage.Measured + coverage.Partly + coverage.Unreachable + coverage.Denied + coverage.Failed + coverage.NotAttempted + coverage.NotWindows);
        ILookup<string, CheckResult> results = status.Results.ToLookup(r => r.Subject.Name);
        Finding[] findings = status.Computers.OrderBy(c => Array.IndexOf(ledger, c.Computer))
            .Select(c => new Finding(c, results[c.Computer.Name].ToArray())).ToArray();
        Assert.All(findings, f => Assert.True(f.Computer.Duration < s_hanging, f.ToString()));
        foreach ((Finding neighbour, int i) in findings.Where((_, i) => i % 2 == 1).Select((f, i) => (f, i)))
            Assert.True(neighbour.Computer.Outcome == ComputerOutcome.Measured, "neighbour of " + i + ": " + neighbour);
        Assert.True(
            await Eventually.Async(() => server.Stats.Hosts.Values.All(t => t.OpenConnections == 0)),
            "connections left open: " + string.Join(", ", server.Stats.Hosts.Where(h => h.Value.OpenConnections > 0).Select(h => h.Key.Name)));
        return findings.Where((_, i) => i % 2 == 0).ToArray();
    }

    /// <summary>Whether the client can only leave such a host by a time-out.</summary>
    public static bool KeepsWaiting(Mishap mishap) => mishap.What is MishapKind.Silent or MishapKind.Drip or MishapKind.Blackhole;

    /// <summary>What <c>Transports.WsMan()</c> is, with small pages and without waits.</summary>
    private static RetryingTransport Transport() => new(
        new GuardedTransport(new WsManTransport(new WsManOptions { MaxElements = 100 })), new Patience { Wait = (_, _) => Task.CompletedTask });

    private static SimulatedHost Host(int number) =>
        SimulatedFleet.Carried("03-deny-all-ja", "CHAOS-" + number.ToString(CultureInfo.InvariantCulture), number);

    private static LedgerComputer Line(SimulatedHost host, IPEndPoint place) =>
        new(host.Name, place.Address.ToString(), Roles.Client, Handling.ReadOnly, 0) { Port = place.Port };

    private static WsManServerOptions Options() => new()
    {
        Listen = new IPEndPoint(IPAddress.Any, 0),
        AllowBasic = true,
        AllowUnencrypted = true,
        Users = new Dictionary<string, string> { [User] = Password },
    };

    private static CimTarget Target(LedgerComputer computer, SimulatedHost host)
    {
        Phase[] waiting = host.Misbehaviour.Mishaps.Where(KeepsWaiting).Select(m => m.At).ToArray();
        bool early = waiting.Any(p => p is Phase.Connect or Phase.Identify or Phase.Request);
        return new CimTarget(computer.Name)
        {
            Address = computer.Address,
            Port = computer.Port,
            // One for each, so that one host's rejection is not every host's.
            Credential = new NetworkCredential(User, Password),
            ConnectTimeout = early ? ShortConnect : s_ample,
            // A connection that is lost later is connected anew, so its time-out counts there too.
            OperationTimeout = waiting.Length > 0 ? ShortOperation : s_ample,
        };
    }
}

/// <summary>What became of one host.</summary>
internal sealed record Finding(ComputerResult Computer, IReadOnlyList<CheckResult> Results)
{
    public override string ToString() => Computer.Computer.Name + " " + Computer.Outcome + " " + Computer.Reason + " (" + Computer.Detail + "), "
        + string.Join(" ", Results.Select(r => r.Check.Id + "=" + r.Outcome));
}
