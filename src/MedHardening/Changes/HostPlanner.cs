using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Changes;

/// <summary>Knows what is wanted: works out the changes of one computer, and judges afterwards whether they did it.</summary>
public abstract class HostPlanner
{
    /// <summary>The changes that are needed, none when all is as wanted. Depends on nothing but what is wanted and what is read.</summary>
    /// <param name="session">Answers questions; a writing method is refused.</param>
    /// <exception cref="CimFault">It could not be read what is there.</exception>
    /// <exception cref="ChangeRefusedException">This computer must not, or cannot, be changed so.</exception>
    public abstract Task<IReadOnlyList<Change>> PlanAsync(ICimSession session, LedgerComputer computer, CancellationToken cancel);

    /// <summary>
    /// Beyond the values themselves, which are read back anyway: what is still not as wanted although all was written, or null.
    /// </summary>
    /// <param name="session">A fresh session, for questions only.</param>
    /// <exception cref="CimFault">It could not be seen.</exception>
    public virtual Task<string?> ShortfallAsync(ICimSession session, LedgerComputer computer, CancellationToken cancel) =>
        Task.FromResult<string?>(null);
}
