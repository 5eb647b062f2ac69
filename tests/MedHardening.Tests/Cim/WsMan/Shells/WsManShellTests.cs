using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Shells;
using MedHardening.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Shells;

/// <summary>Commands over loopback: their bytes, their exit code, and nothing left behind however they end.</summary>
public class WsManShellTests
{
    // Unlike an export it does not delete its file itself, as a line that is killed in the middle does not.
    private static readonly ShellCommand s_leaving = ShellCommand.Of("auditpol /backup /file:{file} & auditpol /get /category:* /r");

    [Theory]
    [InlineData("01-good-client-ja", "コマンドは正常に実行されました。")]
    [InlineData("02-good-client-en", "The command was successfully executed.")]
    public async Task Output_and_exit_code_of_a_command_come_back(string archetype, string words)
    {
        await using ShellHost host = await ShellHost.StartAsync(archetype);

        ShellOutput output = await host.RunAsync("net accounts");

        Assert.Equal(0, output.ExitCode);
        Assert.Contains(words, Encoding.UTF8.GetString(output.Output), StringComparison.Ordinal);
        Assert.Empty(output.Error);
        Assert.Equal(0, host.Host.OpenShells);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_says_so_on_the_other_stream()
    {
        await using ShellHost host = await ShellHost.StartAsync();

        ShellOutput output = await host.RunAsync("no-such-tool");

        Assert.Equal(1, output.ExitCode);
        Assert.Empty(output.Output);
        Assert.NotEmpty(output.Error);
    }

    [Fact]
    public async Task Output_of_several_answers_is_put_together()
    {
        await using ShellHost host = await ShellHost.StartAsync("02-good-client-en");

        ShellOutput output = await host.RunAsync("auditpol /get /category:* /r & auditpol /get /category:* /r");

        string text = Encoding.UTF8.GetString(output.Output);
        Assert.True(output.Output.Length > 2048); // a piece of the simulator's
        Assert.Equal(2, text.Split("{0CCE9248-69AE-11D9-BED3-505054503030},No Auditing,\r\n").Length - 1);
    }

    [Fact]
    public async Task Without_permission_nothing_is_asked()
    {
        await using ShellHost host = await ShellHost.StartAsync(allowed: false);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => host.RunAsync("net accounts"));

        Assert.Equal(CimFaultKind.RemoteShellUnavailable, fault.Kind);
    }

    [Theory]
    [InlineData(5u, CimFaultKind.AccessDenied)]
    [InlineData(2150859180u, CimFaultKind.RemoteShellUnavailable)] // ERROR_WSMAN_REMOTESHELLS_NOT_ALLOWED
    public async Task A_host_that_refuses_a_shell_says_why(uint code, CimFaultKind kind)
    {
        await using ShellHost host = await ShellHost.StartAsync();
        host.Host.Misbehave(new Mishap(Phase.Operation, MishapKind.Fault) { Code = code });

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => host.RunAsync("net accounts"));

        Assert.Equal(kind, fault.Kind);
    }

    [Fact]
    public async Task A_host_with_no_shell_to_spare_is_busy()
    {
        await using ShellHost host = await ShellHost.StartAsync(shells: 0);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => host.RunAsync("net accounts"));

        Assert.Equal(CimFaultKind.Busy, fault.Kind);
        Assert.Equal(2150859173u, fault.Code);
    }

    [Fact]
    public async Task More_output_than_allowed_is_a_fault_and_the_shell_is_closed()
    {
        await using ShellHost host = await ShellHost.StartAsync();

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => host.Session.RunAsync(
            s_leaving with { Limit = 100 }, CancellationToken.None));

        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
        Assert.Empty(host.Host.FilesLeft);
        Assert.Equal(0, host.Host.OpenShells);
    }

    [Fact]
    public async Task An_export_comes_back_and_its_file_is_gone()
    {
        await using ShellHost host = await ShellHost.StartAsync();
        List<string?> files = [];

        ShellOutput output = await host.Session.RunAsync(
            ShellCommand.Export("auditpol /backup /file:{file}") with { OnFile = files.Add }, CancellationToken.None);

        Assert.Contains("{0CCE9215-69AE-11D9-BED3-505054503030}", Encoding.UTF8.GetString(output.Output), StringComparison.Ordinal);
        Assert.Empty(host.Host.FilesLeft);
        Assert.Equal(2, files.Count); // announced before it was made, and that it is gone
        Assert.StartsWith(@"%windir%\Temp\med-", files[0], StringComparison.Ordinal);
        Assert.Null(files[1]);
    }

    [Fact]
    public async Task Each_export_has_another_file()
    {
        await using ShellHost host = await ShellHost.StartAsync();
        List<string?> files = [];
        ShellCommand export = ShellCommand.Export("auditpol /backup /file:{file}") with { OnFile = files.Add };

        await host.Session.RunAsync(export, CancellationToken.None);
        await host.Session.RunAsync(export, CancellationToken.None);

        Assert.Equal(2, files.OfType<string>().Distinct().Count());
    }

    // Requests of one command: Create, Command, Receive, Signal, Delete.
    [Theory]
    [InlineData(1, MishapKind.Drop)]
    [InlineData(2, MishapKind.Drop)]
    [InlineData(2, MishapKind.Truncated)]
    [InlineData(2, MishapKind.Reset)]
    public async Task A_connection_that_breaks_in_the_middle_leaves_no_file_and_is_told(int request, MishapKind what)
    {
        await using ShellHost host = await ShellHost.StartAsync();
        host.Host.Misbehave(new Mishap(Phase.Operation, what) { Skip = request, Times = 1 });
        List<string?> files = [];

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => host.Session.RunAsync(s_leaving with { OnFile = files.Add }, CancellationToken.None));

        Assert.Contains(fault.Kind, new[] { CimFaultKind.ConnectionDropped, CimFaultKind.Protocol });
        Assert.DoesNotContain("may be left", fault.Message, StringComparison.Ordinal);
        Assert.Empty(host.Host.FilesLeft);
        Assert.Null(files[^1]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_removed_is_named_and_the_journal_hears_nothing_of_its_end()
    {
        await using ShellHost host = await ShellHost.StartAsync();
        host.Host.Misbehave(new Mishap(Phase.Operation, MishapKind.Drop) { Skip = 1 });
        List<string?> files = [];

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => host.Session.RunAsync(s_leaving with { OnFile = files.Add }, CancellationToken.None));

        Assert.Contains("may be left: " + files[0], fault.Message, StringComparison.Ordinal);
        Assert.Single(files);
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_neither_file_nor_shell()
    {
        await using ShellHost host = await ShellHost.StartAsync();
        using CancellationTokenSource stop = new();
        host.Host.Misbehave(new Mishap(Phase.Operation, MishapKind.Latency) { Skip = 2, Times = 1, Delay = TimeSpan.FromMinutes(1) });
        Task<ShellOutput> running = host.Session.RunAsync(s_leaving, stop.Token);
        Assert.True(await Eventually.Async(() => host.Host.FilesLeft.Count == 1));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(host.Host.FilesLeft);
        Assert.Equal(0, host.Host.OpenShells);
    }
}
