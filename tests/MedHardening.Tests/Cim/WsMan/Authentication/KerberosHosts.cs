using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Fleet;
using MedHardening.Simulator;
using MedHardening.Tests.Domains;
using MedHardening.Tests.TestDoubles;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>Simulated computers of the domain: the keys of their service names, and how they are measured.</summary>
public sealed class KerberosHosts : IDisposable
{
    private const string Account = "KERBEROSHOSTS";
    private const string Domain = "." + SambaDomain.Name;

    public KerberosHosts(SambaDomain domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        if (SambaDomain.Missing.Value is not null)
            return;
        // One has the name of a web service only, and the last none at all. The domain keeps them for the next class.
        Keytab = Path.Combine(domain.Folder, Account + ".keytab");
        if (!File.Exists(Keytab))
            _ = domain.Keytab(Account, [.. Hosts.Take(2).Select(h => "WSMAN/" + NameOf(h)), "HTTP/" + NameOf(Hosts[2])]);
        CLibrary.Set("KRB5_KTNAME", "FILE:" + Keytab);
    }

    internal string Keytab { get; } = "";

    internal IReadOnlyList<SimulatedHost> Hosts { get; } = SimulatedFleet.Generate(4);

    internal static string NameOf(SimulatedHost host) => host.Name.ToLowerInvariant() + Domain;

    public void Dispose() => CLibrary.Unset("KRB5_KTNAME");

    /// <summary>As WinRM is by default: neither Basic nor a message that is not encrypted.</summary>
    internal Task<WsManServer> StartAsync(X509Certificate2? certificate = null) => WsManServer.StartAsync(
        Hosts, new WsManServerOptions { Listen = new IPEndPoint(IPAddress.Any, 0), Certificate = certificate }, CancellationToken.None);

    /// <summary>Name, outcome or reason, and proof of each computer, in the order of the hosts.</summary>
    internal async Task<string[]> MeasureAsync(
        WsManServer server, CimAuthentication way, NetworkCredential? credential, string? spn = null, string? authority = null, int count = 3)
    {
        SimulatedHost[] hosts = [.. Hosts.Take(count)];
        ChecklistStatus status = await new StatusRun(Transports.WsMan()!, c => new CimTarget(c.Name)
        {
            Address = c.Address,
            Port = server.Port,
            Authentication = way,
            Credential = credential,
            ServicePrincipalName = spn,
            UseSsl = authority is not null,
            CaCertificatePath = authority,
        }).RunAsync(
            new StatusRequest(
                MadeUp.Baseline("*"), MadeUp.Profile, null,
                [.. hosts.Select(h => new LedgerComputer(NameOf(h), h.Address.ToString(), Roles.Client, Handling.ReadOnly, 0))], MadeUp.AsOf),
            _ => { },
            CancellationToken.None);
        return [.. hosts.Select(h => status.Computers.Single(c => c.Computer.Name == NameOf(h)))
            .Select(c => c.Reason is null || c.Authentication is not null ? c.Outcome + ": " + c.Authentication : c.Outcome + " " + c.Reason)];
    }
}
