using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cli.Status;

/// <summary>HTTPS from the command line: with a client certificate, and with the check of the host's left out.</summary>
public sealed class CertificateRunsTests : IDisposable
{
    private const string Password = "correct horse";

    private readonly CliFiles _files = new();
    private readonly CertificateAuthority _authority = new();
    private readonly SimulatedHost _host = SimulatedFleet.Generate(1)[0];

    public void Dispose()
    {
        _files.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task A_computer_is_measured_with_a_certificate_whose_password_comes_by_standard_input()
    {
        await using WsManServer server = await StartAsync();

        CliRun run = await StatusAsync(server, Password, "--ca-certificate", _authority.PemPath, "--certificate-file", Certificate(), "--password-stdin", "--json");

        Assert.Equal("Certificate, TLS", Computer(run).GetProperty("authentication").GetString());
        Assert.DoesNotContain(Password, run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("were not checked", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_of_the_certificate_is_told_before_anything_is_asked()
    {
        await using WsManServer server = await StartAsync();

        CliRun run = await StatusAsync(server, "wrong donkey", "--certificate-file", Certificate(), "--password-stdin");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("The password is wrong", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("donkey", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, server.Stats.Requests);
    }

    [Fact]
    public async Task That_certificates_were_not_checked_is_told_once_and_stands_in_every_report()
    {
        await using WsManServer server = await StartAsync();
        string html = _files.At("report.html");
        string csv = _files.At("report.csv");

        CliRun run = await StatusAsync(
            server, Password, "--skip-certificate-check", "--certificate-file", Certificate(), "--password-stdin", "--json", "--report", html, csv);

        Assert.Equal(2, run.Error.Split("certificates were not checked").Length);
        Assert.Contains("certificates were not checked", await File.ReadAllTextAsync(html), StringComparison.Ordinal);
        Assert.Contains("Certificate, TLS (certificate not checked)", await File.ReadAllTextAsync(html), StringComparison.Ordinal);
        Assert.Contains("\"Certificate, TLS (certificate not checked)\"", await File.ReadAllTextAsync(csv), StringComparison.Ordinal);
        Assert.Equal("Certificate, TLS (certificate not checked)", Computer(run).GetProperty("authentication").GetString());
    }

    private Task<WsManServer> StartAsync() => WsManServer.StartAsync(
        [_host],
        new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            Certificate = _authority.Issue(_host.Name),
            AllowCertificate = true,
            CertificateMappings = [new CertificateMapping(_authority.Root, "audit@localhost", "audit")],
        },
        CancellationToken.None);

    private string Certificate()
    {
        using X509Certificate2 own = _authority.IssueClient("audit@localhost");
        string path = _files.At("me.pfx");
        File.WriteAllBytes(path, own.Export(X509ContentType.Pfx, Password));
        return path;
    }

    private Task<CliRun> StatusAsync(WsManServer server, string input, params string[] options)
    {
        string ledger = _files.Write("ledger.csv", $"名称,アドレス,区分,操作\n{_host.Name},{_host.Address},端末PC,参照のみ\n");
        return CliRun.WithInput(input + "\n",
        [
            "status", "--lang", "en", "--baseline", _files.Baseline, "--ledger", ledger, "--use-ssl",
            "--port", server.Port.ToString(CultureInfo.InvariantCulture), .. options,
        ]);
    }

    private static JsonElement Computer(CliRun run)
    {
        using JsonDocument json = JsonDocument.Parse(run.Output);
        return json.RootElement.GetProperty("computers").EnumerateArray().Single().Clone();
    }
}
