using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.Guarding;

/// <summary>
/// Keeps a typing error from locking out the domain administrator: a credential is proven on one host before any other host
/// sees it, and after one rejection it is not used again. While the one host is silent, one more may be asked, so that a host that hangs
/// does not hold up all others; never are there more than two that have seen an unproven credential and said nothing.
/// </summary>
/// <param name="patience">How long a host may be silent before another one is asked beside it.</param>
[SuppressMessage("Design", "CA1001", Justification = "Semaphores and a token source whose wait handles are never asked for hold nothing to release.")]
internal sealed class CredentialGuard(TimeSpan patience)
{
    private const int Unproven = 0;
    private const int Proven = 1;
    private const int Rejected = 2;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _second = new(1, 1);
    private readonly CancellationTokenSource _known = new();
    private int _state;

    /// <exception cref="CimFault"><see cref="CimFaultKind.CredentialWithdrawn"/>: another host has rejected it.</exception>
    public async Task<T> AskAsync<T>(string host, Func<Task<T>> ask, CancellationToken cancel)
    {
        if (Volatile.Read(ref _state) == Unproven && await IsMyTurnAsync(cancel).ConfigureAwait(false))
            return await ProveAsync(WatchAsync(ask)).ConfigureAwait(false);
        return Volatile.Read(ref _state) == Rejected
            ? throw new CimFault(CimFaultKind.CredentialWithdrawn, "another host has rejected the account") { Host = host }
            : await WatchAsync(ask).ConfigureAwait(false);
    }

    // False as soon as the credential is known, whoever has the turn.
    private async Task<bool> IsMyTurnAsync(CancellationToken cancel)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _known.Token);
        try
        {
            await _turn.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
        if (Volatile.Read(ref _state) == Unproven)
            return true;
        _turn.Release();
        return false;
    }

    private async Task<T> ProveAsync<T>(Task<T> asking)
    {
        bool isBeside = false;
        try
        {
            using CancellationTokenSource answered = new();
            isBeside = await Task.WhenAny(asking, Task.Delay(patience, answered.Token)).ConfigureAwait(false) != asking
                && await _second.WaitAsync(0, CancellationToken.None).ConfigureAwait(false);
            answered.Cancel();
            if (isBeside)
                _turn.Release();
            return await asking.ConfigureAwait(false);
        }
        finally
        {
            (isBeside ? _second : _turn).Release();
        }
    }

    private async Task<T> WatchAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            T answer = await ask().ConfigureAwait(false);
            Decide(Proven);
            return answer;
        }
        catch (CimFault fault) when (fault.Kind == CimFaultKind.AuthenticationFailed)
        {
            Decide(Rejected);
            throw;
        }
        catch (CimFault fault) when (IsFromBehindTheDoor(fault.Kind))
        {
            Decide(Proven);
            throw;
        }
    }

    // A rejection stands for good; an acceptance may be followed by one.
    private void Decide(int state)
    {
        if (state == Rejected)
            Volatile.Write(ref _state, Rejected);
        else
            Interlocked.CompareExchange(ref _state, Proven, Unproven);
        if (!_known.IsCancellationRequested)
            _known.Cancel();
    }

    // Faults that a host only tells whom it has let in. Any other leaves open whether it did.
    private static bool IsFromBehindTheDoor(CimFaultKind kind) => kind
        is CimFaultKind.AccessDenied or CimFaultKind.ClassNotFound or CimFaultKind.NamespaceNotFound or CimFaultKind.InstanceNotFound
        or CimFaultKind.InvalidQuery or CimFaultKind.HostFault;
}
