using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.Guarding;

/// <summary>
/// Keeps a typing error from locking out the domain administrator: a credential is proven on one host before any other host
/// sees it, and after one rejection it is not used again.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to release.")]
internal sealed class CredentialGuard
{
    private const int Unproven = 0;
    private const int Proven = 1;
    private const int Rejected = 2;

    private readonly SemaphoreSlim _proving = new(1, 1);
    private int _state;

    /// <exception cref="CimFault"><see cref="CimFaultKind.CredentialWithdrawn"/>: another host has rejected it.</exception>
    public async Task<T> AskAsync<T>(string host, Func<Task<T>> ask, CancellationToken cancel)
    {
        if (Volatile.Read(ref _state) == Unproven)
        {
            await _proving.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                if (Volatile.Read(ref _state) == Unproven)
                    return await WatchAsync(ask).ConfigureAwait(false);
            }
            finally
            {
                _proving.Release();
            }
        }
        return Volatile.Read(ref _state) == Rejected
            ? throw new CimFault(CimFaultKind.CredentialWithdrawn, "another host has rejected the account") { Host = host }
            : await WatchAsync(ask).ConfigureAwait(false);
    }

    private async Task<T> WatchAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            T answer = await ask().ConfigureAwait(false);
            Interlocked.CompareExchange(ref _state, Proven, Unproven);
            return answer;
        }
        catch (CimFault fault) when (fault.Kind == CimFaultKind.AuthenticationFailed)
        {
            Volatile.Write(ref _state, Rejected);
            throw;
        }
        catch (CimFault fault) when (IsFromBehindTheDoor(fault.Kind))
        {
            Interlocked.CompareExchange(ref _state, Proven, Unproven);
            throw;
        }
    }

    // Faults that a host only tells whom it has let in. Any other leaves open whether it did.
    private static bool IsFromBehindTheDoor(CimFaultKind kind) => kind
        is CimFaultKind.AccessDenied or CimFaultKind.ClassNotFound or CimFaultKind.NamespaceNotFound or CimFaultKind.InstanceNotFound
        or CimFaultKind.InvalidQuery or CimFaultKind.HostFault;
}
