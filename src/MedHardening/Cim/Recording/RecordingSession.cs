using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Shells;

namespace MedHardening.Cim.Recording;

/// <summary>
/// Asks each question once per host, also when several checks want to know at the same moment, and keeps the answers.
/// Only questions pass: a method that could write is refused, so an audit cannot change the host.
/// </summary>
public sealed class RecordingSession : ICimSession, IAuthenticatedSession, IRemoteShell
{
    private readonly ConcurrentDictionary<string, Lazy<Task<RecordedAnswer>>> _answers = new(StringComparer.Ordinal);
    private readonly ICimSession _inner;
    private readonly Action<RecordingSession>? _onEnd;

    /// <param name="onEnd">Called when the session is disposed, before the connection is.</param>
    public RecordingSession(ICimSession inner, Action<RecordingSession>? onEnd = null)
    {
        _inner = inner;
        _onEnd = onEnd;
    }

    public CimTarget Target => _inner.Target;

    /// <inheritdoc/>
    public string? Authentication => _inner.Authentication();

    /// <summary>Whether the run was stopped while this host was being asked, so that the recording is cut off.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>The answers so far.</summary>
    public HostRecording Recording(string host, DateTimeOffset measuredAt) => new(
        host,
        measuredAt,
        null,
        _answers.Where(a => a.Value.Value.Status == TaskStatus.RanToCompletion).ToDictionary(a => a.Key, a => a.Value.Value.Result))
    {
        Authentication = Authentication,
    };

    public async Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel) =>
        (await AskAsync(query.Key, async () => Redaction.Of(await _inner.QueryAsync(query, cancel).ConfigureAwait(false))).ConfigureAwait(false)).RowsOrThrow();

    public async Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel)
    {
        if (!method.OnlyReads)
            throw new CimFault(CimFaultKind.NotSupported, method + ": an audit only reads") { Host = Target.Name };
        RecordedAnswer answer = await AskAsync(
            method.Key,
            async () => Redaction.Of([Redaction.OfMethod(method, await _inner.InvokeAsync(method, cancel).ConfigureAwait(false))])).ConfigureAwait(false);
        return answer.RowsOrThrow()[0];
    }

    /// <summary>Commands are ours, and are only those that read: their output is kept as it is.</summary>
    public async Task<ShellOutput> RunAsync(ShellCommand command, CancellationToken cancel) => ShellOutput.FromRow(
        (await AskAsync(command.Key, async () => [(await _inner.RunAsync(command, cancel).ConfigureAwait(false)).ToRow()]).ConfigureAwait(false)).RowsOrThrow());

    public void Dispose()
    {
        try
        {
            _onEnd?.Invoke(this);
        }
        finally
        {
            _inner.Dispose();
        }
    }

    private async Task<RecordedAnswer> AskAsync(string key, Func<Task<IReadOnlyList<CimObject>>> ask)
    {
        try
        {
            return await _answers.GetOrAdd(key, _ => new Lazy<Task<RecordedAnswer>>(() => AnswerAsync(ask))).Value.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            IsCutOff = true;
            throw;
        }
    }

    private static async Task<RecordedAnswer> AnswerAsync(Func<Task<IReadOnlyList<CimObject>>> ask)
    {
        try
        {
            return new RecordedAnswer(await ask().ConfigureAwait(false), null);
        }
        catch (CimFault fault)
        {
            return new RecordedAnswer([], fault);
        }
    }
}
