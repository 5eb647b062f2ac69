using System;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Fleet;

/// <summary>Exactly one outcome per computer, with the right reason, whatever the computer does.</summary>
public class HostAuditTests
{
    private const string StorageKey = @"SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices";

    [Fact]
    public async Task A_computer_that_answers_everything_is_measured()
    {
        FakeHost host = MadeUp.GoodHost("PC1");
        ComputerResult computer = await AuditAsync(host);
        Assert.Equal((ComputerOutcome.Measured, null), (computer.Outcome, computer.Reason));
        Assert.Equal("26100", computer.Identity!.BuildNumber);
        Assert.True(host.Disposed);
    }

    [Theory]
    [InlineData(CimFaultKind.NameNotResolved, ComputerOutcome.Unreachable)]
    [InlineData(CimFaultKind.ConnectionRefused, ComputerOutcome.Unreachable)]
    [InlineData(CimFaultKind.ConnectTimedOut, ComputerOutcome.Unreachable)]
    [InlineData(CimFaultKind.ConnectionFailed, ComputerOutcome.Unreachable)]
    [InlineData(CimFaultKind.AuthenticationFailed, ComputerOutcome.Denied)]
    [InlineData(CimFaultKind.AccessDenied, ComputerOutcome.Denied)]
    [InlineData(CimFaultKind.CertificateRejected, ComputerOutcome.Failed)]
    [InlineData(CimFaultKind.NotWsMan, ComputerOutcome.Failed)]
    [InlineData(CimFaultKind.Protocol, ComputerOutcome.Failed)]
    public async Task A_connection_that_does_not_stand_tells_why(CimFaultKind kind, ComputerOutcome expected)
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport((_, _) => throw new CimFault(kind, "made up")), null, MadeUp.Baseline("*"), MadeUp.Computer("PC1"));
        ComputerResult computer = Assert.Single(status.Computers);
        Assert.Equal((expected, kind.ToString(), "made up"), (computer.Outcome, computer.Reason, computer.Detail));
        Assert.Empty(status.Results);
    }

    [Theory]
    [InlineData(CimFaultKind.AccessDenied, ComputerOutcome.Denied)]
    [InlineData(CimFaultKind.ConnectionDropped, ComputerOutcome.Failed)]
    [InlineData(CimFaultKind.ClassNotFound, ComputerOutcome.NotWindows)]
    [InlineData(CimFaultKind.NamespaceNotFound, ComputerOutcome.NotWindows)]
    public async Task A_computer_that_does_not_say_who_it_is_is_not_measured(CimFaultKind kind, ComputerOutcome expected) =>
        Assert.Equal(expected, (await AuditAsync(MadeUp.GoodHost("PC1").Failing("Win32_ComputerSystem", kind))).Outcome);

    [Fact]
    public async Task Another_computer_at_the_address_is_not_the_one_of_the_ledger()
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport((_, _) => Task.FromResult<ICimSession>(MadeUp.GoodHost("OTHER"))), null, MadeUp.Baseline("*"), MadeUp.Computer("PC1"));
        ComputerResult computer = Assert.Single(status.Computers);
        Assert.Equal((ComputerOutcome.Failed, "WrongComputer", "OTHER"), (computer.Outcome, computer.Reason, computer.Detail));
        Assert.Empty(status.Results);
    }

    [Theory]
    [InlineData("KARTE-01", "karte-01.med.example")]
    [InlineData("KARTE-GAIRAI-01", "KARTE-GAIRAI-01-UKETSUKE")] // NetBIOS names end after 15 characters
    [InlineData("KARTE-01", "192.0.2.10")]
    public async Task Short_long_and_NetBIOS_names_are_the_same_computer(string own, string ledger)
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport((_, _) => Task.FromResult<ICimSession>(MadeUp.GoodHost(own))),
            null, MadeUp.Baseline("RpcSs", "EventLog"), MadeUp.Computer(ledger));
        Assert.Equal(ComputerOutcome.Measured, Assert.Single(status.Computers).Outcome);
    }

    [Fact]
    public async Task A_computer_that_answers_in_part_is_partly_measured_and_what_it_said_counts()
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(null, MadeUp.GoodHost("PC1").Failing("Win32_Service", CimFaultKind.HostFault));
        Assert.Equal((ComputerOutcome.PartlyMeasured, "HostFault"), (status.Computers[0].Outcome, status.Computers[0].Reason));
        Assert.Equal(Outcome.Pass, status.Row("removable-storage").Results[0].Outcome);
        Assert.Equal(1, status.Row("removable-storage").Coverage.Measured);
        Assert.Equal(Outcome.Unknown, status.Row("background-services-client").Results[0].Outcome);
        Assert.Equal(1, status.Row("background-services-client").Coverage.Partly);
    }

    [Fact]
    public async Task A_computer_on_which_no_check_could_be_judged_is_not_partly_measured()
    {
        ComputerResult computer = await AuditAsync(MadeUp.GoodHost("PC1")
            .Failing("Win32_Service", CimFaultKind.AccessDenied).Failing(StorageKey, CimFaultKind.AccessDenied));
        Assert.Equal((ComputerOutcome.Denied, "AccessDenied"), (computer.Outcome, computer.Reason));
    }

    [Fact]
    public async Task A_vendors_console_is_not_even_asked()
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport((_, _) => throw new InvalidOperationException("asked")),
            null, MadeUp.Baseline("*"), MadeUp.Computer("CT", handling: Handling.NotContactable));
        Assert.Equal((ComputerOutcome.NotAttempted, "NotContactable"), (status.Computers[0].Outcome, status.Computers[0].Reason));
    }

    [Fact]
    public async Task A_defect_of_ours_on_one_computer_does_not_end_the_run()
    {
        ChecklistStatus status = await MadeUp.JudgeAsync(
            new FakeTransport((name, _) => name == "PC1" ? throw new InvalidOperationException("bug") : Task.FromResult<ICimSession>(MadeUp.GoodHost(name))),
            null, MadeUp.Baseline("RpcSs", "EventLog"), MadeUp.Computer("PC1"), MadeUp.Computer("PC2"));
        Assert.Equal([ComputerOutcome.Failed, ComputerOutcome.Measured], status.Computers.Select(c => c.Outcome));
        Assert.Equal("InternalError", status.Computers[0].Reason);
    }

    private static async Task<ComputerResult> AuditAsync(FakeHost host) =>
        Assert.Single((await MadeUp.JudgeAsync(null, host)).Computers);
}
