using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Management.Infrastructure;

namespace MedHardening.Cim.Mi;

/// <summary>Sessions that somebody else has opened (New-CimSession), and closes. They bring their own account.</summary>
internal sealed class OpenSessions(IReadOnlyDictionary<string, CimSession> sessions) : ICimTransport
{
    public Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel) => Task.FromResult<ICimSession>(
        new MiSession(target, sessions[target.Name], "CimSession", isOwn: false));
}
