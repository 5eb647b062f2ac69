using System.Linq;
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
                  対処: 負荷の低い時間に測り直すか、時間を延ばす
              PC-003  未到達: 接続に応答がない［ConnectTimedOut］ (no answer from 192.0.2.13:5985)
                  対処: 電源断か、ファイアウォールによる遮断。電源、ネットワーク、受信規則を確かめる
              PACS-9  未実施: 接触不可（台帳の指定）［NotContactable］
                  対処: 事業者の日付のある回答を施設記録に残す

            """,
            terminal.Output.ToString());
    }

    [Fact]
    public void Many_computers_with_one_reason_share_a_line()
    {
        Terminal terminal = Screens.Pipe();
        ComputerResult[] off = Enumerable.Range(1, 15).Select(i => ReportSample.Measured("PC-" + i) with
        {
            Outcome = ComputerOutcome.Unreachable, Reason = "ConnectTimedOut", Detail = "no answer from 192.0.2." + i,
        }).ToArray();

        CoverageLines.Write(ReportSample.With(off, []), terminal, Language.English);

        Assert.Equal(
            """
            Computers in the ledger: 15 - Unreachable 15; network devices: 3
              Unreachable: No answer to the connection [ConnectTimedOut]
                  PC-1, PC-2, PC-3, PC-4, PC-5, PC-6, PC-7, PC-8, PC-9, PC-10, PC-11, PC-12 and 3 more
                  PC-1: no answer from 192.0.2.1
                  What to do: Off, or a firewall: check power, network, and inbound firewall rules

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
