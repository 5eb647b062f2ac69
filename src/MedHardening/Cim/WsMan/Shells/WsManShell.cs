using System;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Shells;

namespace MedHardening.Cim.WsMan.Shells;

/// <summary>
/// Runs one command in a shell of its own (MS-WSMV §3.1.4.5.2, §3.1.4.11–14): Create, Command, Receive until it is done, Signal, Delete. The
/// shell is deleted and a temporary file removed whatever happens, also when the run is stopped.
/// </summary>
internal sealed class WsManShell(WsManSession session, ShellMessages messages)
{
    private const uint NoOutputYet = 0x80338029; // ERROR_WSMAN_OPERATION_TIMEDOUT: ask again

    private static readonly TimeSpan s_tidying = TimeSpan.FromSeconds(10);

    public async Task<ShellOutput> RunAsync(ShellCommand command, CancellationToken cancel)
    {
        // Nobody can put something else in the place of a name that cannot be guessed: users may write into this folder.
        string? file = command.HasFile ? "%windir%\\Temp\\med-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) + ".tmp" : null;
        if (file is not null)
            command.OnFile?.Invoke(file);
        ShellOutput output;
        try
        {
            output = await ConverseAsync(command, file, cancel).ConfigureAwait(false);
        }
        catch (CimFault fault) when (file is not null)
        {
            await RemoveAsync(command, file, fault).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException) when (file is not null)
        {
            await RemoveAsync(command, file, null).ConfigureAwait(false);
            throw;
        }
        if (file is null)
            return output;
        if (output.ExitCode == ShellCommand.FileLeft)
            await RemoveAsync(command, file, null).ConfigureAwait(false);
        else
            command.OnFile?.Invoke(null);
        return output;
    }

    // In a new shell, for the old one may be what broke.
    private async Task RemoveAsync(ShellCommand command, string file, CimFault? cause)
    {
        using CancellationTokenSource limit = new(s_tidying);
        try
        {
            ShellOutput output = await ConverseAsync(ShellCommand.Removal, file, limit.Token).ConfigureAwait(false);
            if (output.ExitCode == 0)
            {
                command.OnFile?.Invoke(null);
                return;
            }
        }
        catch (Exception e) when (e is CimFault or OperationCanceledException)
        {
            // Told below.
        }
        throw new CimFault(
            cause?.Kind ?? CimFaultKind.HostFault, (cause is null ? "" : cause.Message + "; ") + "the temporary file may be left: " + file, cause)
        {
            Code = cause?.Code,
            Host = session.Target.Name,
        };
    }

    private async Task<ShellOutput> ConverseAsync(ShellCommand command, string? file, CancellationToken cancel)
    {
        Reply created = await session.ExchangeAsync(messages.Create, Sending.Once, cancel).ConfigureAwait(false);
        string shell = IdOf(created, "ResourceCreated", r => ((r["ReferenceParameters"] as CimObject)?["SelectorSet"] as CimObject)?.String("Selector"));
        try
        {
            Reply begun = await session.ExchangeAsync(id => messages.Command(id, shell, command.LineWith(file)), Sending.Once, cancel).ConfigureAwait(false);
            string running = IdOf(begun, "CommandResponse", r => r.String("CommandId"));
            try
            {
                return await ReceiveAsync(command, shell, running, cancel).ConfigureAwait(false);
            }
            finally
            {
                await TidyAsync(id => messages.Terminate(id, shell, running)).ConfigureAwait(false);
            }
        }
        finally
        {
            await TidyAsync(id => messages.Delete(id, shell)).ConfigureAwait(false);
        }
    }

    private async Task<ShellOutput> ReceiveAsync(ShellCommand command, string shell, string running, CancellationToken cancel)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Streams streams = new();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                Reply reply = await session.ExchangeAsync(id => messages.Receive(id, shell, running), Sending.Once, cancel).ConfigureAwait(false);
                streams.Add(reply.Shell ?? throw Fault(CimFaultKind.Protocol, command + ": the answer to Receive is <" + reply.Body + ">"));
            }
            catch (CimFault fault) when (fault.Code == NoOutputYet)
            {
                // The command runs on in silence.
            }
            if (streams.Length > command.Limit)
                throw Fault(CimFaultKind.LimitExceeded, command + ": more than " + command.Limit + " bytes of output");
            if (streams.IsDone)
                return streams.ToOutput() ?? throw Fault(CimFaultKind.Protocol, command + ": done without an exit code");
            if (clock.Elapsed > command.Timeout)
                throw Fault(CimFaultKind.OperationTimedOut, command + ": not done after " + (int)clock.Elapsed.TotalSeconds + " s and " + streams.Length + " bytes");
        }
    }

    private async Task TidyAsync(Func<Guid, ReadOnlyMemory<byte>> build)
    {
        using CancellationTokenSource limit = new(s_tidying);
        try
        {
            await session.ExchangeAsync(build, Sending.Once, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CimFault or OperationCanceledException)
        {
            // The host ends an idle shell by itself, after the time that Create asked for.
        }
    }

    private string IdOf(Reply reply, string body, Func<CimObject, string?> id) =>
        reply.Body == body && reply.Items.Count == 1 && id(reply.Items[0]) is { Length: > 0 } found
            ? found
            : throw Fault(CimFaultKind.Protocol, "<" + reply.Body + "> instead of <" + body + ">, or without an id");

    private CimFault Fault(CimFaultKind kind, string detail) => new(kind, detail) { Host = session.Target.Name };
}
