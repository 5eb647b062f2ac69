using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Simulator;
using MedHardening.Tests.Baselines;
using MedHardening.Tests.Simulator;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>
/// Three hosts with known defects in every item, judged on 2025-12-01 by the baselines that facilities start from. Each verdict was
/// worked out by hand from the host's file; a check that is not named must pass.
/// </summary>
public class KnownDefectsTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    // What is true of all three: nobody allowed a remote shell, no host forwards events, authenticates to the switch, or is known to hide passwords.
    private static readonly string[] s_common =
    [
        "event-forwarding Fail", "second-factor-sign-in Unknown ProviderUnproven", "wired-authentication Fail", "laps-policy Fail",
        "backup-product Unknown ProductNotListed", "remote-control-software Fail", "privileged-group-members Fail", "local-account-passwords Fail",
        "removable-storage-access Fail", "event-log-size Fail", "event-log-history Fail", "firewall-profiles Fail", "inbound-remote-access Fail",
        "approved-services Fail", "approved-ports Fail", "audit-policy Unknown RemoteShellUnavailable",
    ];

    [Fact]
    public Task The_un_hardened_client_of_a_hospital() => AssertAsync(
        "05-hospital-client-ja",
        "hospital",
        "client",
        "remote-desktop Fail", // on, and without authentication first
        "unused-local-accounts Fail", // nurse, since 2023
        "supported-windows Fail", // Windows 10 22H2
        "recent-updates Fail", // January 2023
        "pending-restart Fail",
        "antivirus Fail", // Apex One with old patterns
        "delivered-password-policy Unknown PolicyNotDelivered", // a workgroup
        "media-virus-scan Unknown BaselineSilent", // Apex One, which the baseline does not name
        "automatic-sign-in Fail",
        "event-log-cleared Fail", // the Application log, in the night of 19 November
        "smb1-protocol Fail",
        "print-spooler NotApplicable NotAServer",
        "volume-shadow-copies Unknown NoCopySeen");

    [Fact]
    public Task The_server_under_the_policy_of_its_department() => AssertAsync(
        "09-bad-server-ja",
        "hospital",
        "server",
        "unused-local-accounts Unknown NoSignInSeen", // vendor and temp have never signed in at the server
        "delivered-password-policy Fail", // six characters
        "print-spooler Fail");

    [Fact]
    public async Task The_Windows_11_that_serves_a_clinic()
    {
        SimulatedHost host = SimulatedFleet.Load(
            Path.Combine(Path.GetDirectoryName(ThisFile())!, "Hosts/clinic-pc-ja.yaml"), "CLINIC-PC1", IPAddress.Parse("127.9.0.1"));
        await using WsManServer server = await WsManServer.StartAsync([host], SimulatedServer.Options(), CancellationToken.None);
        using ICimSession session = await new WsManTransport().OpenAsync(
            new CimTarget("CLINIC-PC1")
            {
                Address = "127.9.0.1",
                Port = server.Port,
                Authentication = CimAuthentication.Basic,
                Credential = new NetworkCredential(SimulatedServer.User, SimulatedServer.Password),
            },
            CancellationToken.None);
        await AssertAsync(
            session,
            "clinic",
            "server",
            "remote-desktop Fail", // without authentication first
            "unused-local-accounts Fail", // vendor, since 2024
            "supported-windows Fail", // Windows 11 22H2
            "recent-updates Fail",
            "pending-restart Fail",
            "antivirus Fail",
            "media-virus-scan Fail",
            "delivered-password-policy Unknown PolicyNotDelivered",
            "removable-storage-options Fail", // administrators may install any device
            "automatic-sign-in Fail",
            "event-log-cleared Fail",
            "time-source Fail",
            "log-disk-space Fail",
            "smb1-protocol Fail",
            "print-spooler NotApplicable NotAServer", // it is no Windows Server, whatever it serves
            "volume-shadow-copies Fail");
    }

    [Fact]
    public async Task A_Japanese_and_an_English_Windows_get_the_same_verdicts()
    {
        using ICimSession ja = await carried.OpenAsync("01-good-client-ja");
        using ICimSession en = await carried.OpenAsync("02-good-client-en");
        Assert.Equal(await VerdictsAsync(ja, "hospital", "client"), await VerdictsAsync(en, "hospital", "client"));
    }

    private async Task AssertAsync(string sample, string baseline, string role, params string[] defects)
    {
        using ICimSession session = await carried.OpenAsync(sample);
        await AssertAsync(session, baseline, role, defects);
    }

    private static async Task AssertAsync(ICimSession session, string baseline, string role, params string[] defects)
    {
        Dictionary<string, string> expected = s_common.Concat(defects).ToDictionary(d => d.Split(' ')[0], d => d);
        Assert.Equal(
            CheckCatalog.All.OfType<HostCheck>().Select(c => expected.TryGetValue(c.Id, out string? defect) ? defect : c.Id + " Pass"),
            await VerdictsAsync(session, baseline, role));
    }

    private static async Task<IReadOnlyList<string>> VerdictsAsync(ICimSession session, string baseline, string role)
    {
        BaselineRole settings = BaselineReader.Read(RepositoryFiles.Path("baselines/" + baseline + ".yaml")).Role(role)!;
        List<string> verdicts = [];
        foreach (HostCheck check in CheckCatalog.All.OfType<HostCheck>())
        {
            Verdict verdict = await Judging.JudgeAsync(check, session, settings.SettingsOf(check));
            verdicts.Add((check.Id + " " + verdict.Outcome + " " + verdict.Reason).TrimEnd());
        }
        return verdicts;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
