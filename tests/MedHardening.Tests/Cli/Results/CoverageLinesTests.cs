using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Cli.Results;
using MedHardening.Cli.Screen;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cli.Results;

public class CoverageLinesTests
{
    [Fact]
    public void Every_computer_that_was_not_measured_as_a_whole_is_named_with_the_reason()
    {
        Terminal terminal = Screens.Pipe();

        CoverageLines.Write(ReportSample.Status, terminal, Language.Japanese);

        Assert.Equal(
            """
            台帳のコンピューター 5 台: 測定済 2、一部測定 1、未到達 1、未実施 1（ほかにネットワーク機器 3 台）
              PC-002  一部測定: 応答が時間内に終わらない［OperationTimedOut］ (no answer within 30 s)
              PC-003  未到達: 接続に応答がない［ConnectTimedOut］ (no answer from 192.0.2.13:5985)
              PACS-9  未実施: 接触不可（台帳の指定）［NotContactable］

            """,
            terminal.Output.ToString());
    }

    [Fact]
    public void An_answer_that_cannot_be_judged_is_the_reason_where_there_is_no_other()
    {
        Terminal terminal = Screens.Pipe();

        CoverageLines.Write(
            ReportSample.With(
                [ReportSample.Measured("PC-001") with { Outcome = ComputerOutcome.PartlyMeasured }],
                [ReportSample.Of("PC-001", ReportSample.Storage, ReportSample.DenyMissing with { Actual = "String 1", Outcome = Outcome.Unknown })]),
            terminal,
            Language.English);

        Assert.Contains(
            @"PC-001  Partly measured: HKLM\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\Deny_All: String 1",
            terminal.Output.ToString(),
            System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_host_says_cannot_act_on_the_terminal()
    {
        ComputerResult hostile = ReportSample.Measured("PC-1") with
        {
            Outcome = ComputerOutcome.Failed, Reason = nameof(CimFaultKind.HostFault), Detail = "\u001b[2J\r\nPC-1  Measured",
        };

        Assert.Equal(
            "Failed: The host answered with a fault [HostFault] (?[2J??PC-1  Measured)",
            CoverageLines.Why(hostile, Language.English));
    }
}
