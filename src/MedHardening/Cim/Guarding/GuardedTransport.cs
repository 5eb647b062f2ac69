using System;
using System.Collections.Generic;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Shells;

namespace MedHardening.Cim.Guarding;

/// <summary>
/// Lets every credential through its <see cref="CredentialGuard"/>. Connecting shows no credential and is not held up. One
/// transport is one run: what was rejected stays rejected until a new one is made.
/// </summary>
/// <param name="patience">How long a host may be silent before another one may prove the credential beside it; null is five seconds.</param>
internal sealed class GuardedTransport(ICimTransport inner, TimeSpan? patience = null) : ICimTransport
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly ConditionalWeakTable<NetworkCredential, CredentialGuard> _guards = new();

    public async Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel)
    {
        ICimSession session = await inner.OpenAsync(target, cancel).ConfigureAwait(false);
        return target.Credential is null ? session : new GuardedSession(session, _guards.GetValue(target.Credential, _ => new CredentialGuard(patience ?? s_patience)));
    }

    private sealed class GuardedSession(ICimSession inner, CredentialGuard guard) : ICimSession, IAuthenticatedSession, IRemoteShell
    {
        public CimTarget Target => inner.Target;

        public string? Authentication => inner.Authentication();

        public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel) =>
            guard.AskAsync(Target.Name, () => inner.QueryAsync(query, cancel), cancel);

        public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel) =>
            guard.AskAsync(Target.Name, () => inner.InvokeAsync(method, cancel), cancel);

        public Task<ShellOutput> RunAsync(ShellCommand command, CancellationToken cancel) =>
            guard.AskAsync(Target.Name, () => inner.RunAsync(command, cancel), cancel);

        public void Dispose() => inner.Dispose();
    }
}
