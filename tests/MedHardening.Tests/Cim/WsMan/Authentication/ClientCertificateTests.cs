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
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>A certificate proves a local account of the host, which asks for it after the request has come.</summary>
public sealed class ClientCertificateTests : IDisposable
{
    private static readonly CimQuery s_system = CimQuery.Class("root/cimv2", "Win32_OperatingSystem");

    private readonly CertificateAuthority _authority = new();
    private readonly CertificateAuthority _other = new();

    [Fact]
    public async Task A_fleet_is_measured_with_a_client_certificate()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(3);
        using X509Certificate2 own = _authority.IssueClient("audit@localhost");
        using X509Certificate2 theirs = _authority.Issue("*.hospital.example");
        await using WsManServer server = await StartAsync(hosts, theirs);

        ChecklistStatus status = await new StatusRun(Transports.WsMan()!, c => new CimTarget(c.Name)
        {
            Address = c.Address,
            Port = server.Port,
            UseSsl = true,
            CaCertificatePath = _authority.PemPath,
            ClientCertificate = own,
        }).RunAsync(
            new StatusRequest(
                MadeUp.Baseline("*"), MadeUp.Profile, null,
                hosts.Select(h => new LedgerComputer(h.Name + ".hospital.example", h.Address.ToString(), Roles.Client, Handling.ReadOnly, 0)).ToArray(), MadeUp.AsOf),
            _ => { },
            CancellationToken.None);

        Assert.All(status.Computers, c => Assert.Equal((ComputerOutcome.Measured, "Certificate, TLS"), (c.Outcome, c.Authentication)));
    }

    [Theory]
    [InlineData("someone@localhost", false)] // mapped to no account
    [InlineData("audit@localhost", true)] // of another authority
    public async Task A_certificate_that_proves_no_account_is_refused(string upn, bool other)
    {
        SimulatedHost host = SimulatedFleet.Generate(1)[0];
        using X509Certificate2 own = (other ? _other : _authority).IssueClient(upn);
        using X509Certificate2 theirs = _authority.Issue(host.Name);
        await using WsManServer server = await StartAsync([host], theirs);
        using ICimSession session = await OpenAsync(server, host, own);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_system, CancellationToken.None));

        Assert.Equal(CimFaultKind.AuthenticationFailed, fault.Kind);
    }

    [Fact]
    public async Task Over_plain_HTTP_it_is_of_no_use()
    {
        using X509Certificate2 own = _authority.IssueClient("audit@localhost");
        CimTarget target = new("pc-1") { Address = "127.0.0.1", ClientCertificate = own };
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => new WsManTransport().OpenAsync(target, CancellationToken.None));
        Assert.Equal(CimFaultKind.NotSupported, fault.Kind);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _other.Dispose();
    }

    private Task<WsManServer> StartAsync(IReadOnlyList<SimulatedHost> hosts, X509Certificate2 certificate) => WsManServer.StartAsync(
        hosts,
        new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            Certificate = certificate,
            AllowCertificate = true,
            CertificateMappings = [new CertificateMapping(_authority.Root, "audit@localhost", "audit")],
        },
        CancellationToken.None);

    private Task<ICimSession> OpenAsync(WsManServer server, SimulatedHost host, X509Certificate2 own) => new WsManTransport().OpenAsync(
        new CimTarget(host.Name)
        {
            Address = host.Address.ToString(),
            Port = server.Port,
            UseSsl = true,
            CaCertificatePath = _authority.PemPath,
            ClientCertificate = own,
        },
        CancellationToken.None);
}
