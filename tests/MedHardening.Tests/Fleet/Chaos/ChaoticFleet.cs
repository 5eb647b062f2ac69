using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Cim.Guarding;
using MedHardening.Cim.Recording;
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

    private const string Domain = ".chaos.example";
    private const string User = "chaos";
    private const string Password = "demo-only";
    private static readonly TimeSpan s_ample = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_hanging = TimeSpan.FromMinutes(1);

    /// <returns>The result of each misbehaviour, in their order. What every run must hold to is asserted here.</returns>
    /// <param name="replay">Judges the recording of the run too; it must say the same.</param>
    public static async Task<IReadOnlyList<Finding>> MeasureAsync(
        IReadOnlyList<Misbehaviour> misbehaviours, Wire? wire = null, bool replay = false)
    {
        SimulatedHost[] hosts = Enumerable.Range(0, misbehaviours.Count * 2).Select(Host).ToArray();
        for (int i = 0; i < misbehaviours.Count; i++)
            hosts[i * 2].Misbehave(misbehaviours[i]);
        wire ??= new Wire();
        using X509Certificate2? certificate = wire.Authority?.Issue("*" + Domain);
        await using WsManServer server = await WsManServer.StartAsync(hosts, Options(wire, certificate), CancellationToken.None);
        LedgerComputer[] ledger = hosts.Select(h => Line(h, server.EndPointOf(h))).ToArray();
        Dictionary<string, SimulatedHost> byName = hosts.ToDictionary(h => h.Name + Domain);
        CimTarget TargetOf(LedgerComputer computer) => Target(computer, byName[computer.Name].Misbehaviour, wire);

        ChecklistStatus status = replay
            ? await RunTwiceAsync(ledger, TargetOf)
            : await RunAsync(Transport(), ledger, TargetOf);

        Coverage coverage = status.Row("removable-storage").Coverage;
        Assert.Equal(hosts.Length, coverage.Measured + coverage.Partly + coverage.Unreachable + coverage.Denied + coverage.Failed + coverage.NotAttempted + coverage.NotWindows);
        ILookup<string, CheckResult> results = status.Results.ToLookup(r => r.Subject.Name);
        Dictionary<string, Finding> findings = status.Computers.ToDictionary(c => c.Computer.Name, c => new Finding(c, results[c.Computer.Name].ToArray()));
        Assert.All(findings.Values, f => Assert.True(f.Computer.Duration < s_hanging, f.ToString()));
        Finding[] inOrder = ledger.Select(l => findings[l.Name]).ToArray();
        Assert.Empty(inOrder.Where((f, i) => i % 2 == 1 && f.Computer.Outcome != ComputerOutcome.Measured));
        await AssertNoConnectionIsLeftAsync(server);
        return inOrder.Where((_, i) => i % 2 == 0).ToArray();
    }

    /// <summary>Stops a run whose hosts say nothing at this point, as soon as their neighbours are measured. All time-outs are ample.</summary>
    public static async Task StopAsync(Phase silentAt)
    {
        SimulatedHost[] hosts = Enumerable.Range(0, 20).Select(Host).ToArray();
        foreach (SimulatedHost silent in hosts.Where((_, i) => i % 2 == 0))
            silent.Misbehave(new Mishap(silentAt, MishapKind.Silent));
        await using WsManServer server = await WsManServer.StartAsync(hosts, Options(new Wire(), null), CancellationToken.None);
        LedgerComputer[] ledger = hosts.Select(h => Line(h, server.EndPointOf(h))).ToArray();
        using CancellationTokenSource stop = new();
        int done = 0;

        Task<ChecklistStatus> run = RunAsync(Transport(), ledger, c => Target(c, new Misbehaviour(), new Wire()), _ =>
        {
            if (++done == ledger.Length / 2)
                stop.Cancel();
        }, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(s_hanging));
        Assert.Equal(ledger.Length / 2, done);
        await AssertNoConnectionIsLeftAsync(server);
    }

    private static async Task AssertNoConnectionIsLeftAsync(WsManServer server) => Assert.True(
        await Eventually.Async(() => server.Stats.Hosts.Values.All(t => t.OpenConnections == 0)),
        "connections left open: " + string.Join(", ", server.Stats.Hosts.Where(h => h.Value.OpenConnections > 0).Select(h => h.Key.Name)));

    /// <summary>Whether the client can only leave such a host by a time-out.</summary>
    public static bool KeepsWaiting(Mishap mishap) => mishap.What is MishapKind.Silent or MishapKind.Drip or MishapKind.Blackhole;

    /// <summary>What <c>Transports.WsMan()</c> is, with small pages and without waits.</summary>
    private static RetryingTransport Transport() => new(
        new GuardedTransport(new WsManTransport(new WsManOptions { MaxElements = 100 })), new Patience { Wait = (_, _) => Task.CompletedTask });

    private static async Task<ChecklistStatus> RunTwiceAsync(LedgerComputer[] ledger, Func<LedgerComputer, CimTarget> target)
    {
        string folder = System.IO.Directory.CreateTempSubdirectory("medhardening-chaos-").FullName;
        try
        {
            ChecklistStatus live = await RunAsync(new RecordingTransport(Transport(), folder), ledger, target);
            // Whatever a host does, it must not come to a defect of ours; the detail says which.
            Assert.Empty(live.Computers.Where(c => c.Reason == "InternalError").Select(c => c.Computer.Name + ": " + c.Detail));
            ChecklistStatus again = await RunAsync(new SnapshotTransport(folder), ledger, c => new CimTarget(c.Name));
            Assert.Equal(
                live.Computers.Select(c => (c.Computer.Name, c.Outcome, c.Reason)), again.Computers.Select(c => (c.Computer.Name, c.Outcome, c.Reason)));
            return live;
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ChecklistStatus> RunAsync(ICimTransport transport, LedgerComputer[] ledger, Func<LedgerComputer, CimTarget> target)
    {
        List<string> told = [];
        ChecklistStatus status = await RunAsync(transport, ledger, target, told.Add, CancellationToken.None);
        Assert.Equal(ledger.Select(l => l.Name).Order(), told.Order());
        Assert.Equal(ledger.Select(l => l.Name).Order(), status.Computers.Select(c => c.Computer.Name).Order());
        return status;
    }

    private static Task<ChecklistStatus> RunAsync(
        ICimTransport transport, LedgerComputer[] ledger, Func<LedgerComputer, CimTarget> target, Action<string> onComputer, CancellationToken cancel) =>
        new StatusRun(transport, target, [new RemovableStorageAccess(), new ApprovedServices()]).RunAsync(
            new StatusRequest(MadeUp.Baseline("*"), MadeUp.Profile, null, ledger, MadeUp.AsOf), p => onComputer(p.Computer.Computer.Name), cancel);

    private static SimulatedHost Host(int number) =>
        SimulatedFleet.Carried("03-deny-all-ja", "CHAOS-" + number.ToString(CultureInfo.InvariantCulture), number);

    private static LedgerComputer Line(SimulatedHost host, IPEndPoint place) =>
        new(host.Name + Domain, place.Address.ToString(), Roles.Client, Handling.ReadOnly, 0) { Port = place.Port };

    private static WsManServerOptions Options(Wire wire, X509Certificate2? certificate) => new()
    {
        Listen = new IPEndPoint(IPAddress.Any, 0),
        AllowBasic = wire.Ntlm is null,
        AllowUnencrypted = wire.Ntlm is null,
        AllowNegotiate = wire.Ntlm is not null,
        Certificate = certificate,
        Users = new Dictionary<string, string> { [User] = Password },
    };

    private static CimTarget Target(LedgerComputer computer, Misbehaviour misbehaviour, Wire wire)
    {
        Phase[] waiting = misbehaviour.Mishaps.Where(KeepsWaiting).Select(m => m.At).ToArray();
        bool early = waiting.Any(p => p is Phase.Connect or Phase.Identify or Phase.Request);
        return new CimTarget(computer.Name)
        {
            Address = computer.Address,
            Port = computer.Port,
            UseSsl = wire.Authority is not null,
            CaCertificatePath = wire.Authority?.PemPath,
            Authentication = wire.Ntlm is null ? CimAuthentication.Basic : CimAuthentication.Ntlm,
            // One for each, so that one host's rejection is not every host's.
            Credential = wire.Ntlm is { } ntlm ? new(ntlm.UserName, ntlm.Password, ntlm.Domain) : new(User, Password),
            ConnectTimeout = early ? ShortConnect : s_ample,
            // A connection that is lost later is connected anew, so its time-out counts there too.
            OperationTimeout = waiting.Length > 0 ? ShortOperation : s_ample,
        };
    }
}

/// <summary>How the hosts are reached; over HTTP and with Basic unless it says otherwise.</summary>
/// <param name="Authority">Over HTTPS, with a certificate of this authority.</param>
/// <param name="Ntlm">With NTLM and this account; messages over HTTP are encrypted then.</param>
internal sealed record Wire(CertificateAuthority? Authority = null, NetworkCredential? Ntlm = null);

/// <summary>What became of one host.</summary>
internal sealed record Finding(ComputerResult Computer, IReadOnlyList<CheckResult> Results)
{
    public override string ToString() => Computer.Computer.Name + " " + Computer.Outcome + " " + Computer.Reason + " (" + Computer.Detail + "), "
        + string.Join(" ", Results.Select(r => r.Check.Id + "=" + r.Outcome));
}
