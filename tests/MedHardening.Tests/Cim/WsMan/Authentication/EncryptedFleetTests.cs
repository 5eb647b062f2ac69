using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Fleet;
using MedHardening.Simulator;
using MedHardening.Tests.Domains;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>Hosts that, as WinRM does by default, take neither Basic nor a message that is not encrypted.</summary>
[Collection(SambaCollection.Name)] // one after another: the accounts are those of the process
public sealed class EncryptedFleetTests(NtlmAccounts accounts) : IClassFixture<NtlmAccounts>
{
    private static readonly CimQuery s_system = CimQuery.Class("root/cimv2", "Win32_OperatingSystem");

    [NtlmFact]
    public async Task A_fleet_is_measured_with_NTLM_and_every_message_is_encrypted()
    {
        _ = accounts;
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(11); // the twelfth denies access
        await using WsManServer server = await StartAsync(hosts);

        ChecklistStatus status = await MeasureAsync(server, hosts, NtlmAccounts.Right);

        Assert.All(status.Computers, c => Assert.Equal((c.Computer.Name, "NTLM, encrypted"), (c.Identity?.Name, c.Authentication)));
    }

    [NtlmFact]
    public async Task A_wrong_password_is_shown_to_one_host_only()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(12);
        await using WsManServer server = await StartAsync(hosts);

        ChecklistStatus status = await MeasureAsync(server, hosts, NtlmAccounts.Wrong);

        Assert.Single(status.Computers, c => (c.Outcome, c.Reason) == (ComputerOutcome.Denied, "AuthenticationFailed"));
        Assert.Equal(11, status.Computers.Count(c => (c.Outcome, c.Reason) == (ComputerOutcome.Denied, "CredentialWithdrawn")));
        // One Identify a host, and the two legs of one NTLM attempt (MS-NLMP §1.3.1.1).
        Assert.Equal(14, server.Stats.Requests);
        Assert.All(status.Computers, c => Assert.DoesNotContain("demo-0nly", c.Detail ?? "", StringComparison.Ordinal));
    }

    [NtlmFact]
    public async Task Negotiate_says_when_it_came_to_NTLM()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(1);
        await using WsManServer server = await StartAsync(hosts);
        using ICimSession session = await OpenAsync(server, hosts[0], CimAuthentication.Negotiate);

        Assert.Single(await session.QueryAsync(s_system, CancellationToken.None));
        Assert.Equal("NTLM (Negotiate), encrypted", session.Authentication());
    }

    [NtlmFact]
    public async Task Over_HTTPS_TLS_encrypts()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(1);
        using CertificateAuthority authority = new();
        using X509Certificate2 certificate = authority.Issue(hosts[0].Name);
        await using WsManServer server = await WsManServer.StartAsync(
            hosts,
            new WsManServerOptions { Listen = new IPEndPoint(IPAddress.Any, 0), AllowNegotiate = true, Certificate = certificate },
            CancellationToken.None);
        using ICimSession session = await new WsManTransport().OpenAsync(
            new CimTarget(hosts[0].Name)
            {
                Address = hosts[0].Address.ToString(),
                Port = server.Port,
                UseSsl = true,
                CaCertificatePath = authority.PemPath,
                Authentication = CimAuthentication.Ntlm,
                Credential = NtlmAccounts.Right,
            },
            CancellationToken.None);

        Assert.Single(await session.QueryAsync(s_system, CancellationToken.None));
        Assert.Single(await session.QueryAsync(s_system, CancellationToken.None));
        Assert.Equal("NTLM, TLS", session.Authentication());
    }

    [NtlmFact]
    public async Task A_fault_is_encrypted_too()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(1);
        await using WsManServer server = await StartAsync(hosts);
        using ICimSession session = await OpenAsync(server, hosts[0], CimAuthentication.Ntlm);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(
            () => session.QueryAsync(CimQuery.Class("root/cimv2", "Win32_NoSuchClass"), CancellationToken.None));
        Assert.Equal(CimFaultKind.ClassNotFound, fault.Kind);
    }

    [NtlmFact]
    public async Task A_question_on_a_connection_that_the_host_closed_is_asked_on_a_new_one_in_a_new_context()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(1);
        hosts[0].Misbehave(new Mishap(Phase.Operation, MishapKind.Reset) { Skip = 1, Times = 1 });
        await using WsManServer server = await StartAsync(hosts);
        using ICimSession session = await OpenAsync(server, hosts[0], CimAuthentication.Ntlm);

        Assert.Single(await session.QueryAsync(s_system, CancellationToken.None));
        Assert.Single(await session.QueryAsync(s_system, CancellationToken.None));
        // Identify, two legs, a question; a question that is cut off; two legs, a question.
        Assert.Equal(8, server.Stats.Requests);
    }

    [NtlmFact]
    public async Task What_may_have_had_an_effect_is_not_sent_again()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(1);
        hosts[0].Misbehave(new Mishap(Phase.Invoke, MishapKind.Reset) { Times = 1 });
        await using WsManServer server = await StartAsync(hosts);
        using ICimSession session = await OpenAsync(server, hosts[0], CimAuthentication.Ntlm);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.InvokeAsync(
            new CimMethod("root/cimv2", "StdRegProv", "EnumKey"), CancellationToken.None));
        Assert.Equal(CimFaultKind.ConnectionDropped, fault.Kind);
        // Identify, two legs, and the call, if it was counted before it was cut off; once more would be three more.
        Assert.InRange(server.Stats.Requests, 3, 4);
    }

    [NtlmFact]
    public async Task A_call_on_a_connection_that_was_closed_long_before_goes_out_once_in_a_new_context()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(1);
        WsManServer before = await StartAsync(hosts);
        using ICimSession session = await OpenAsync(before, hosts[0], CimAuthentication.Ntlm);
        Assert.Single(await session.QueryAsync(s_system, CancellationToken.None));
        int port = before.Port;
        await before.DisposeAsync();
        await using WsManServer after = await StartAsync(hosts, port);

        CimObject answer = await session.InvokeAsync(
            new CimMethod("root/cimv2", "StdRegProv", "EnumKey")
            {
                Parameters = [new("hDefKey", 0x80000002), new("sSubKeyName", "SOFTWARE")],
            },
            CancellationToken.None);

        Assert.Equal(0u, answer.UInt32("ReturnValue"));
        // Two legs, the call.
        Assert.Equal(3, after.Stats.Requests);
    }

    [NtlmTheory]
    [InlineData(MishapKind.ErrorPage, CimFaultKind.Protocol)] // 500
    [InlineData(MishapKind.Garbage, CimFaultKind.Protocol)] // 200
    [InlineData(MishapKind.Truncated, CimFaultKind.Protocol)]
    [InlineData(MishapKind.WrongContentType, CimFaultKind.Protocol)]
    [InlineData(MishapKind.Endless, CimFaultKind.LimitExceeded)]
    [InlineData(MishapKind.Unavailable, CimFaultKind.Busy)]
    public async Task An_answer_that_is_not_encrypted_or_not_whole_is_not_believed(MishapKind mishap, CimFaultKind kind)
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(1);
        hosts[0].Misbehave(new Mishap(Phase.Operation, mishap));
        await using WsManServer server = await StartAsync(hosts);
        using ICimSession session = await OpenAsync(server, hosts[0], CimAuthentication.Ntlm);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_system, CancellationToken.None));
        Assert.Equal(kind, fault.Kind);
    }

    private static Task<WsManServer> StartAsync(IReadOnlyList<SimulatedHost> hosts, int port = 0) => WsManServer.StartAsync(
        hosts, new WsManServerOptions { Listen = new IPEndPoint(IPAddress.Any, port) }, CancellationToken.None);

    private static Task<ICimSession> OpenAsync(WsManServer server, SimulatedHost host, CimAuthentication way) =>
        new WsManTransport().OpenAsync(
            new CimTarget(host.Name)
            {
                Address = host.Address.ToString(),
                Port = server.Port,
                Authentication = way,
                Credential = NtlmAccounts.Right,
            },
            CancellationToken.None);

    private static Task<ChecklistStatus> MeasureAsync(WsManServer server, IReadOnlyList<SimulatedHost> hosts, NetworkCredential credential) =>
        new StatusRun(Transports.WsMan()!, c => new CimTarget(c.Name)
        {
            Address = c.Address,
            Port = server.Port,
            Authentication = CimAuthentication.Ntlm,
            Credential = credential,
        }).RunAsync(
            new StatusRequest(
                MadeUp.Baseline("*"), MadeUp.Profile, null,
                hosts.Select(h => new LedgerComputer(h.Name, h.Address.ToString(), Roles.Client, Handling.ReadOnly, 0)).ToArray(), MadeUp.AsOf),
            _ => { },
            CancellationToken.None);
}
