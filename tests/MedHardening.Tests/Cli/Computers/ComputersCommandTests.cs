using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using MedHardening.Tests.Domains;
using Xunit;

namespace MedHardening.Tests.Cli.Computers;

[Collection(SambaCollection.Name)]
public class ComputersCommandTests(SambaDomain domain)
{
    private const string Unit = "OU=Fleet,DC=med,DC=test";

    [SambaFact]
    public async Task Two_thousand_accounts_and_a_ledger_in_Shift_JIS_are_joined()
    {
        // Every tenth has not signed in for 200 days, every hundredth is disabled; the ledger has the even ones and five of its own.
        domain.Add($"dn: {Unit}\nobjectClass: organizationalUnit\n\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"""
            dn: CN=FLEET{i:0000},{Unit}
            objectClass: computer
            sAMAccountName: FLEET{i:0000}$
            userAccountControl: {(i % 100 == 0 ? 4098 : 4096)}
            dNSHostName: fleet{i:0000}.med.test
            operatingSystem: {(i % 50 == 1 ? "Windows Server 2022 Standard" : "Windows 11 Pro")}
            lastLogonTimestamp: {DateTime.UtcNow.AddDays(i % 10 == 3 ? -200 : -5).ToFileTimeUtc()}


            """)));
        domain.SignIn(SambaDomain.Administrator);
        using CliFiles files = new();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string[] lines = ["名称,区分,設置場所", .. Enumerable.Range(0, 1000).Select(i => $"FLEET{2 * i:0000},端末PC,病棟"), .. Enumerable.Range(1, 5).Select(i => $"紙台帳{i},端末PC,受付")];
        File.WriteAllText(files.At("ledger.csv"), string.Join("\r\n", lines) + "\r\n", Encoding.GetEncoding(932));

        CliRun run = await CliRun.Of(
            "computers", "--lang", "en", "--domain", SambaDomain.Name, "--ldap-server", domain.Address, "--search-base", Unit,
            "--ledger", files.At("ledger.csv"), "--propose-ledger", files.At("new.csv"), "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error.Replace("Written: " + files.At("new.csv"), "").Trim()));
        JsonElement[] computers = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToArray();
        // 1,000 odd ones that only the domain knows, 1,000 even ones (20 of them disabled), 5 that only the ledger knows.
        Assert.Equal(2005, computers.Length);
        Assert.Equal(1000, computers.Count(c => !c.GetProperty("inLedger").GetBoolean()));
        Assert.Equal(5, computers.Count(c => !c.GetProperty("inDirectory").GetBoolean()));
        Assert.Equal(20, computers.Count(c => c.GetProperty("enabled").ValueKind == JsonValueKind.False));
        Assert.Equal(200, computers.Count(c => c.GetProperty("stale").GetBoolean()));
        Assert.Equal(40, computers.Count(c => c.GetProperty("role").GetString() == "server"));
        Assert.Equal(1 + 1005 + 1000, File.ReadAllLines(files.At("new.csv")).Length);
    }

    [SambaFact]
    public async Task A_filter_narrows_and_a_wrong_one_is_told()
    {
        domain.SignIn(SambaDomain.Administrator);
        CliRun run = await Of("--filter", "(cn=DC1)");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("dc1.med.test", run.Output);
        CliRun wrong = await Of("--filter", "(cn=");
        Assert.Equal(3, wrong.ExitCode);
        Assert.Contains("[DirectoryFault]", wrong.Error);
    }

    [SambaFact]
    public async Task A_domain_that_does_not_accept_the_account_gives_no_list()
    {
        domain.SignOut();
        CliRun run = await Of();
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("[DirectoryAuthenticationFailed]", run.Error);
        Assert.Contains("kinit", run.Error);
    }

    [Theory]
    [InlineData("Give --domain, --ledger or both.")]
    [InlineData("Not the DNS name of a domain: MED", "--domain", "MED")]
    [InlineData("--ldap-server goes with exactly one --domain.", "--domain", "a.test", "b.test", "--ldap-server", "dc")]
    [InlineData("--filter needs --domain.", "--ledger", "x.csv", "--filter", "(cn=*)")]
    public async Task Options_that_do_not_fit_are_told(string message, params string[] options)
    {
        CliRun run = await CliRun.Of(["computers", "--lang", "en", .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task A_ledger_alone_is_shown_as_it_is()
    {
        using CliFiles files = new();
        CliRun run = await CliRun.Of("computers", "--lang", "en", "--ledger", files.Write("ledger.csv", "name,role\nPC-1,client\n"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 computers. Not in the ledger: 0, not in the domain: 0, stale: 0", run.Output);
    }

    private Task<CliRun> Of(params string[] options) =>
        CliRun.Of(["computers", "--lang", "en", "--domain", SambaDomain.Name, "--ldap-server", domain.Address, .. options]);
}
