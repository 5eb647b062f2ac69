using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// One reached host and the two kinds of question that can be asked of it. Checks see the world through this seam only,
/// so that the same judgement runs live, from a recording and against a simulated host.
/// </summary>
public interface ICimSession : IDisposable
{
    /// <summary>The host that answers.</summary>
    CimTarget Target { get; }

    /// <summary>The instances of a class, or the rows of a WQL query.</summary>
    /// <exception cref="CimFault">The host refused, could not be understood, or answered more than the query allows.</exception>
    Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel);

    /// <summary>Calls a method; the result holds <c>ReturnValue</c> and the out parameters.</summary>
    /// <exception cref="CimFault">The host refused or could not be understood. A ReturnValue other than 0 is no fault.</exception>
    Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel);
}

/// <summary>A way to reach hosts: WS-Man from any system, MI on Windows, a folder of snapshots.</summary>
public interface ICimTransport
{
    /// <summary>
    /// Connects to the host and learns that it is a WS-Management service, before any credential is used.
    /// The session that comes back holds the connection.
    /// </summary>
    /// <exception cref="CimFault">The host cannot be reached; <see cref="CimFault.Kind"/> says how it failed.</exception>
    Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel);
}
