using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Domains;
using MedHardening.Fleet.Inventory;

namespace MedHardening.Fleet;

/// <summary>The computers that the domains of a run know.</summary>
internal static class DirectoryComputers
{
    /// <returns>Null for the computers when no domain was asked; the first fault, when one did not answer.</returns>
    public static async Task<(IReadOnlyList<DirectoryComputer>? Computers, CimFault? Fault)> ReadAsync(
        IReadOnlyList<IDirectory> directories, CancellationToken cancel)
    {
        List<DirectoryComputer> computers = [];
        foreach (IDirectory directory in directories)
        {
            try
            {
                computers.AddRange(await DirectoryComputer.ReadAsync(directory, null, null, cancel).ConfigureAwait(false));
            }
            catch (CimFault fault)
            {
                return (null, fault);
            }
        }

        return (directories.Count == 0 ? null : computers, null);
    }
}
