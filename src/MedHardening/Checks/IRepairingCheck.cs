using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;

namespace MedHardening.Checks;

/// <summary>A host check that also knows which changes make it pass.</summary>
public interface IRepairingCheck
{
    /// <summary>
    /// Adds the changes that are needed to <paramref name="changes"/>, none where the check passes. Rests on what is wanted and what is read,
    /// and on nothing else: asked again after it was applied, it adds nothing.
    /// </summary>
    /// <exception cref="Cim.CimFault">It could not be read what is there.</exception>
    /// <exception cref="ChangeRefusedException">It cannot be repaired by us.</exception>
    Task PlanAsync(HostView host, object settings, ChangeList changes, CancellationToken cancel);
}
