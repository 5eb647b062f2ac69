using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cim.Probing;
using MedHardening.Fleet;
using MedHardening.Simulator;
using MedHardening.Tests.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Probing;

/// <summary>Account, rights and clock of computers that answer.</summary>
public class RightsTests
{
    private static readonly NetworkCredential s_right = new("audit", SimulatedServer.Password, "MED");

    [Fact]
    public async Task A_computer_where_all_is_well()
    {
        ConnectionReport report = await ProbeAsync("08-good-server-ja", new Misbehaviour());

        Assert.Equal(
            [
                "NameResolution Ok", "Tcp Ok", "Tls Skipped PlainHttp", "Identify Ok", "Clock Ok", "Authentication Ok", "ReadCim Ok", "InvokeRegistry Ok",
            ],
            report.Steps());
        Assert.True(report.IsOk);
        Assert.True(report.IsServer);
        Assert.Equal(new ProductIdentity("Microsoft Corporation", "OS: 10.0.20348 SP: 0.0 Stack: 3.0"), report.Product);
        Assert.Equal("Basic, not encrypted", report.Authentication);
        Assert.InRange(report.ClockOffset!.Value.TotalSeconds, -5, 5);
        Assert.Equal("CurrentBuildNumber 20348", report.Step(ProbeStage.InvokeRegistry).Detail);
    }

    [Fact]
    public async Task A_wrong_password_fails_the_authentication_and_nothing_is_tried_with_it()
    {
        ConnectionReport report = await ProbeAsync("01-good-client-ja", new Misbehaviour { IsSignInRejected = true });

        Assert.Equal(
            ["Identify Ok", "Clock Ok", "Authentication Failed AuthenticationFailed", "ReadCim Skipped EarlierStep", "InvokeRegistry Skipped EarlierStep"],
            report.Steps()[3..]);
        Assert.Equal("OS: 0.0.0 SP: 0.0 Stack: 3.0", report.Product!.Version);
    }

    [Theory]
    [InlineData(Access.DeniedByWmi, "ReadCim Failed AccessDenied", "InvokeRegistry Failed AccessDenied")]
    [InlineData(Access.ReadOnly, "ReadCim Ok", "InvokeRegistry Failed AccessDenied")]
    public async Task Rights_that_are_missing_are_told_one_by_one(Access access, string read, string invoke)
    {
        ConnectionReport report = await ProbeAsync("01-good-client-ja", new Misbehaviour { Access = access });

        Assert.Equal(["Authentication Ok", read, invoke], report.Steps()[5..]);
        Assert.False(report.IsOk);
    }

    [Fact]
    public async Task A_query_is_asked_at_the_end()
    {
        CimQuery query = CimQuery.Of("root/cimv2", "SELECT * FROM Win32_Service WHERE Name = 'EventLog'");

        ConnectionReport report = await ProbeAsync("01-good-client-ja", new Misbehaviour(), query);

        Assert.Equal("Query Ok", report.Steps()[8]);
        Assert.Equal("EventLog", Assert.Single(report.Rows).String("Name"));
    }

    [Fact]
    public async Task A_query_that_is_not_understood_fails_alone()
    {
        ConnectionReport report = await ProbeAsync("01-good-client-ja", new Misbehaviour(), CimQuery.Of("root/cimv2", "SELECT FROM nothing"));

        Assert.Equal(["InvokeRegistry Ok", "Query Failed InvalidQuery"], report.Steps()[7..]);
    }

    [Theory]
    [InlineData(10, "Clock Failed ClockOff")]
    [InlineData(-10, "Clock Failed ClockOff")]
    [InlineData(4, "Clock Ok")]
    [InlineData(null, "Clock NotPossible NoDate")]
    public async Task A_clock_that_is_off_is_seen_without_an_account(int? minutes, string step)
    {
        using HttpStub stub = new(x => x.AnswerAsync(SoapText.Identified, headers: minutes is null
            ? "" : "Date: " + DateTimeOffset.UtcNow.AddMinutes(minutes.Value).ToString("R", null) + "\r\n"));

        ConnectionReport report = await Probed.Async(new CimTarget("127.0.0.1") { Port = stub.Port });

        Assert.Equal(step, report.Steps()[4]);
        Assert.Equal(minutes, report.ClockOffset is { } offset ? (int?)Math.Round(offset.TotalMinutes) : null);
    }

    [Fact]
    public async Task A_wrong_password_is_shown_to_one_computer_alone_and_reports_keep_the_order_asked_for()
    {
        SimulatedHost[] hosts = Enumerable.Range(0, 40).Select(i => SimulatedFleet.Carried("01-good-client-ja", "PC-" + i, i)).ToArray();
        await using WsManServer server = await WsManServer.StartAsync(hosts, SimulatedServer.Options(), CancellationToken.None);
        NetworkCredential wrong = new("audit", "wr0ng", "MED");
        List<ComputerProbe> probes = [];

        await new ProbeRun(Transports.Probe()!, c => Target(server, hosts.Single(h => h.Name == c.Name), wrong)).RunAsync(
            hosts.Select(h => new LedgerComputer(h.Name, h.Name, Roles.Client, Handling.ReadOnly, 0)).ToArray(),
            null, 16, probes.Add, CancellationToken.None);

        Assert.Equal(hosts.Select(h => h.Name), probes.Select(p => p.Computer.Name));
        string?[] reasons = probes.Select(p => p.Report.Step(ProbeStage.Authentication).Reason).ToArray();
        Assert.Single(reasons, "AuthenticationFailed");
        Assert.Equal(39, reasons.Count(r => r == "CredentialWithdrawn"));
        Assert.Equal(41, server.Stats.Requests); // an Identify each, which shows no credential, and one attempt with it
    }

    [Fact]
    public async Task A_computer_that_must_not_be_contacted_is_not()
    {
        List<ComputerProbe> probes = [];
        LedgerComputer console = new("CT-1", "127.0.0.1", Roles.Client, Handling.NotContactable, 2);

        await new ProbeRun(Transports.Probe()!, _ => throw new InvalidOperationException("asked for"))
            .RunAsync([console], null, 1, probes.Add, CancellationToken.None);

        Assert.Equal(["NameResolution Skipped NotContactable"], Assert.Single(probes).Report.Steps());
        Assert.False(probes[0].Report.IsOk);
    }

    private static async Task<ConnectionReport> ProbeAsync(string archetype, Misbehaviour misbehaviour, CimQuery? query = null)
    {
        SimulatedHost host = SimulatedFleet.Carried(archetype, "PC-1", 0);
        host.Misbehave(misbehaviour);
        await using WsManServer server = await WsManServer.StartAsync([host], SimulatedServer.Options(), CancellationToken.None);
        return await Probed.Async(Target(server, host, s_right), query);
    }

    private static CimTarget Target(WsManServer server, SimulatedHost host, NetworkCredential credential) =>
        new(host.Name) { Address = host.Address.ToString(), Port = server.Port, Credential = credential };
}
