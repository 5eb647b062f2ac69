using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>Shorthands for common questions.</summary>
public static class Instances
{
    /// <summary>The only instance of a class of root/cimv2 that every Windows has exactly one of.</summary>
    /// <exception cref="CimFault">The host does not answer, or answers with none or several.</exception>
    public static async Task<CimObject> SingleAsync(this ICimSession session, string className, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(CimQuery.Class("root/cimv2", className), cancel).ConfigureAwait(false);
        return rows.Count == 1
            ? rows[0]
            : throw new CimFault(CimFaultKind.Protocol, className + ": " + rows.Count + " instances, expected 1") { Host = session.Target.Name };
    }
}
