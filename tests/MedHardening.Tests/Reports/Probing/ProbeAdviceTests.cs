using System;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cim.Probing;
using MedHardening.Fleet;
using MedHardening.Reports.Probing;
using Xunit;

namespace MedHardening.Tests.Reports.Probing;

/// <summary>What to do is said for the Windows that it is about, in both languages.</summary>
public class ProbeAdviceTests
{
    private static readonly DateTimeOffset s_now = new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Roles.Server, null, true, false)]
    [InlineData(Roles.Client, null, false, true)]
    [InlineData(Roles.Client, "Windows Server 2022", true, false)]
    [InlineData("other", null, true, true)]
    public void How_WinRM_is_turned_on_depends_on_what_the_ledger_says(string role, string? system, bool server, bool client)
    {
        LedgerComputer computer = new("PC-1", "PC-1", role, Handling.ReadOnly, 2) { OperatingSystem = system };

        Text advice = Advice(computer, ProbeStage.Tcp, nameof(CimFaultKind.ConnectionRefused));

        Assert.Equal(server, advice.En.Contains("winrm quickconfig -q", StringComparison.Ordinal));
        Assert.Equal(client, advice.En.Contains("\"Allow remote server management through WinRM\"", StringComparison.Ordinal));
        Assert.Equal(client, advice.Ja.Contains("「WinRM によるリモート サーバー管理を許可する」", StringComparison.Ordinal));
        Assert.Equal(client, advice.Ja.Contains("プルモード", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_computer_that_was_only_named_both_are_told() =>
        Assert.All(
            new[] { "winrm quickconfig -q", "Windows 10/11" },
            words => Assert.Contains(words, Advice(Named, ProbeStage.Tcp, nameof(CimFaultKind.ConnectionRefused)).En, StringComparison.Ordinal));

    [Fact]
    public void Missing_rights_tell_the_way_out_for_local_accounts_and_its_risk()
    {
        Text advice = Advice(Named, ProbeStage.ReadCim, nameof(CimFaultKind.AccessDenied));

        Assert.Contains("LocalAccountTokenFilterPolicy", advice.Ja, StringComparison.Ordinal);
        Assert.Contains("勧めない", advice.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_account_is_put_down_to_the_clock_when_that_is_off()
    {
        ConnectionReport report = Report(ProbeStage.Authentication, ProbeOutcome.Failed, "AuthenticationFailed") with { ClockOffset = TimeSpan.FromMinutes(6) };

        Text advice = ProbeAdvice.Of(new ComputerProbe(Named, report), report.Steps[0], s_now)!.Value;

        Assert.StartsWith("Set the clock first", advice.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public void A_certificate_that_will_soon_expire_is_told(int days, bool told)
    {
        ConnectionReport report = Report(ProbeStage.Tls, ProbeOutcome.Ok, null) with
        {
            Certificate = new ServerCertificateFacts("CN=x", "CN=y", [], s_now.AddYears(-1), s_now.AddDays(days), "00"),
        };

        Assert.Equal(told, ProbeAdvice.Of(new ComputerProbe(Named, report), report.Steps[0], s_now) is not null);
    }

    [Fact]
    public void Every_way_a_step_can_fail_has_something_to_do_in_both_languages()
    {
        foreach (ProbeStage stage in Enum.GetValues<ProbeStage>())
        {
            foreach (string reason in Enum.GetNames<CimFaultKind>().Append(ProbeReasons.ClockOff))
            {
                Text advice = Advice(Named, stage, reason);
                Assert.NotEmpty(advice.Ja);
                Assert.NotEqual(advice.Ja, advice.En);
            }
        }
    }

    private static LedgerComputer Named => new("PC-1", "PC-1", Roles.Client, Handling.ReadOnly, 0);

    private static ConnectionReport Report(ProbeStage stage, ProbeOutcome outcome, string? reason) =>
        new(5985, false, [new ProbeStep(stage, outcome, TimeSpan.Zero, reason, "")]);

    private static Text Advice(LedgerComputer computer, ProbeStage stage, string reason)
    {
        ConnectionReport report = Report(stage, ProbeOutcome.Failed, reason);
        return ProbeAdvice.Of(new ComputerProbe(computer, report), report.Steps[0], s_now)!.Value;
    }
}
