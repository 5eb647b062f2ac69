using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;
using MedHardening.Cim.Retrying;
using MedHardening.Cim.WsMan;
using MedHardening.Fleet;
using MedHardening.Simulator;

namespace MedHardening.Tests.Changes;

/// <summary>Simulated computers that may be changed, their ledger, and a folder for journals.</summary>
internal sealed class Ward : IAsyncDisposable
{
    public const string User = "ward";
    public const string Password = "demo-only";
    public const string Key = @"HKLM\SOFTWARE\Ward";

    private readonly WsManServer _server;

    private Ward(SimulatedHost[] hosts, WsManServer server)
    {
        Hosts = hosts;
        _server = server;
        Ledger = hosts.Select((h, i) => new LedgerComputer(h.Name, server.EndPointOf(h).Address.ToString(), "client", Handling.Writable, i + 2)).ToArray();
    }

    public IReadOnlyList<SimulatedHost> Hosts { get; }

    public SimulatedHost Host => Hosts[0];

    public IReadOnlyList<LedgerComputer> Ledger { get; set; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("medhardening-changes-").FullName;

    public int Port => _server.Port;

    public string Journal => Directory.EnumerateFiles(Folder, "*.medjournal").Single();

    public static async Task<Ward> OpenAsync(int count = 1, string file = "ward.yaml")
    {
        SimulatedHost[] hosts = Enumerable.Range(1, count)
            .Select(i => SimulatedFleet.Load(Path.Combine(Here(), "Hosts", file), "WARD-" + i, new IPAddress([127, 7, (byte)(i / 250), (byte)(i % 250 + 1)])))
            .ToArray();
        WsManServerOptions options = new()
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            AllowBasic = true,
            AllowUnencrypted = true,
            Users = new Dictionary<string, string> { [User] = Password },
        };
        return new Ward(hosts, await WsManServer.StartAsync(hosts, options, CancellationToken.None));
    }

    public static ICimTransport Transport() => new RetryingTransport(new WsManTransport(), new Patience { Wait = (_, _) => Task.CompletedTask });

    /// <summary>No waits before a lost computer is tried again.</summary>
    public static ChangeOptions Options { get; } = new() { Reconnecting = new Patience { Waits = [TimeSpan.Zero, TimeSpan.Zero] } };

    public CimTarget Target(LedgerComputer computer) => Target(computer.Name, computer.Address, Port);

    public static CimTarget Target(string name, string address, int port) => new(name)
    {
        Address = address,
        Port = port,
        Authentication = CimAuthentication.Basic,
        Credential = new NetworkCredential(User, Password),
    };

    public ChangeRun Run(HostPlanner planner, ChangeOptions? options = null, ICimTransport? transport = null) =>
        new(transport ?? Transport(), Target, planner, options ?? Options);

    public Task<IReadOnlyList<HostPlan>> PlanAsync(HostPlanner planner, ChangeOptions? options = null) =>
        Run(planner, options).PlanAsync(Ledger, _ => { }, CancellationToken.None);

    /// <summary>Plans, agrees to everything and applies; computers without anything to write are told as their plans do.</summary>
    public async Task<IReadOnlyList<HostChange>> ChangeAsync(
        HostPlanner planner, ChangeOptions? options = null, ICimTransport? transport = null, Action? betweenPlanAndWrite = null, CancellationToken stop = default)
    {
        ChangeRun run = Run(planner, options, transport);
        IReadOnlyList<HostPlan> plans = await run.PlanAsync(Ledger, _ => { }, CancellationToken.None);
        betweenPlanAndWrite?.Invoke();
        using Journal journal = MedHardening.Changes.Journal.Create(Folder, JournalHeader.Now("test", null));
        IReadOnlyList<HostChange> results = await run.ApplyAsync(plans.Where(p => p.Ended is null).ToArray(), journal, _ => { }, stop);
        Dictionary<string, HostChange> ends = results.ToDictionary(r => r.Computer.Name);
        return plans.Select(p => p.Ended ?? ends[p.Computer.Name]).ToArray();
    }

    public async Task<IReadOnlyList<HostChange>> UndoAsync(string? path = null, bool force = false)
    {
        path ??= Journal;
        JournalledRun run = JournalReader.Read(path);
        using Journal journal = MedHardening.Changes.Journal.Continue(path);
        List<HostChange> results = [];
        await new UndoRun(Transport(), Target, Options with { Force = force })
            .ApplyAsync(run.Hosts.Where(h => h.IsUndoable).ToArray(), journal, results.Add, CancellationToken.None);
        return results;
    }

    public IReadOnlyList<string> Dump() => Hosts.SelectMany(h => h.DumpRegistry()).ToArray();

    public int OpenConnections() => _server.Stats.Hosts.Values.Sum(t => t.OpenConnections);

    public long Writes() => Hosts.Sum(h => h.Writes.Count);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
