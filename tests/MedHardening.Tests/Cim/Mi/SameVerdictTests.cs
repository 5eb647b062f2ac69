using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cim.Mi;
using MedHardening.Cim.Recording;
using MedHardening.Cim.WsMan;
using MedHardening.Fleet;
using MedHardening.MiDouble;
using MedHardening.Simulator;
using MedHardening.Tests.Simulator;
using Xunit;

namespace MedHardening.Tests.Cim.Mi;

/// <summary>All checks of all carried hosts judge alike what WS-Man brings as text and MI as typed values.</summary>
public class SameVerdictTests
{
    [Fact]
    public async Task A_fleet_is_judged_the_same_by_MI_as_by_WS_Man()
    {
        SimulatedHost[] hosts = SimulatedFleet.Generate(13).Where(h => h.Handling != "NotContactable").ToArray();
        await using WsManServer server = await WsManServer.StartAsync(hosts, SimulatedServer.Options(), CancellationToken.None);
        Dictionary<string, ICimSession> sessions = [];
        foreach (SimulatedHost host in hosts)
            sessions[host.Address.ToString()] = await new WsManTransport().OpenAsync(Target(server, host), CancellationToken.None);
        SimulatedWmi wmi = new(address => (hosts.Single(h => h.Address.ToString() == address), sessions[address!]));

        string[] byWsMan = await JudgeAsync(new WsManTransport(), hosts, server);
        Wmi.With(wmi.Answer);
        string[] byMi = await JudgeAsync(new MiTransport(CimTransport.Mi), hosts, server);

        Assert.NotEmpty(byWsMan);
        Assert.Equal(byWsMan, byMi);
    }

    [Fact]
    public async Task A_computer_that_measures_itself_into_a_share_is_judged_there_the_same()
    {
        SimulatedHost[] hosts = [SimulatedFleet.Carried("05-hospital-client-ja", "PC-RECEPT01", 40)];
        await using WsManServer server = await WsManServer.StartAsync(hosts, SimulatedServer.Options(), CancellationToken.None);
        using ICimSession session = await new WsManTransport().OpenAsync(Target(server, hosts[0]), CancellationToken.None);
        Wmi.With(new SimulatedWmi(address => address is null ? (hosts[0], session) : throw new InvalidOperationException(address)).Answer);
        string share = Directory.CreateTempSubdirectory("medhardening-").FullName;
        try
        {
            RecordingTransport.PrepareFolder(share);
            RecordingTransport recording = new(new MiTransport(CimTransport.Mi), share);

            string[] measured = await JudgeAsync(recording, hosts, _ => new CimTarget("PC-RECEPT01") { Address = CimTarget.ThisComputer });
            string[] judged = await JudgeAsync(new SnapshotTransport(share), hosts, c => new CimTarget(c.Name));

            Assert.Equal(["pc-recept01.medsnapshot"], Directory.GetFiles(share).Select(Path.GetFileName));
            Assert.Empty(recording.Failures);
            Assert.Contains(measured, line => line.StartsWith("PC-RECEPT01: PartlyMeasured", StringComparison.Ordinal));
            Assert.Equal(measured, judged);
        }
        finally
        {
            Directory.Delete(share, recursive: true);
        }
    }

    private static Task<string[]> JudgeAsync(ICimTransport transport, SimulatedHost[] hosts, WsManServer server) =>
        JudgeAsync(transport, hosts, c => Target(server, hosts.Single(h => h.Name == c.Name)));

    private static async Task<string[]> JudgeAsync(ICimTransport transport, SimulatedHost[] hosts, Func<LedgerComputer, CimTarget> target)
    {
        LedgerComputer[] ledger = hosts
            .Select(h => new LedgerComputer(h.Name, h.Address.ToString(), Roles.Parse(h.Role), Handling.ReadOnly, 0)).ToArray();
        StatusRequest request = new(
            BaselineReader.Read(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../../baselines/hospital.yaml")), ProfileReader.Load("mhlw-r7"), null, ledger, new DateTime(2025, 12, 1));
        StatusRun run = new(transport, target);
        ChecklistStatus status = await run.RunAsync(request, _ => { }, CancellationToken.None);
        return
        [
            .. status.Computers.Select(c => c.Computer.Name + ": " + c.Outcome + " " + c.Reason + " " + c.Identity),
            .. status.Results.Select(r => r.Subject.Name + " " + r.Check.Id + ": " + r.Outcome + " " + r.Verdict.Reason + " "
                + string.Join(" | ", r.Verdict.Evidence.Select(e => e.ToString()))),
        ];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static CimTarget Target(WsManServer server, SimulatedHost host) => new(host.Name)
    {
        Address = host.Address.ToString(),
        Port = server.EndPointOf(host).Port,
        Authentication = CimAuthentication.Basic,
        Credential = new NetworkCredential(SimulatedServer.User, SimulatedServer.Password),
    };
}
