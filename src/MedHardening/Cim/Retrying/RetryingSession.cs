using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Shells;

namespace MedHardening.Cim.Retrying;

/// <summary>
/// Asks a busy host again. Only questions are repeated: an enumeration from its beginning, and methods that only read. A method that
/// may write is called once.
/// </summary>
internal sealed class RetryingSession(ICimSession inner, BackOff backOff) : ICimSession, IAuthenticatedSession, IRemoteShell
{
    public CimTarget Target => inner.Target;

    public string? Authentication => inner.Authentication();

    public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel) =>
        backOff.AskAsync(() => inner.QueryAsync(query, cancel), cancel);

    public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel) => method.OnlyReads
        ? backOff.AskAsync(() => inner.InvokeAsync(method, cancel), cancel)
        : inner.InvokeAsync(method, cancel);

    public Task<ShellOutput> RunAsync(ShellCommand command, CancellationToken cancel) => inner.RunAsync(command, cancel);

    public void Dispose() => inner.Dispose();
}
