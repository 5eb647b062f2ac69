using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Fleet;

namespace MedHardening.PowerShell;

/// <summary>Reads the files that a run is about; a file that cannot be used ends the cmdlet.</summary>
internal sealed class StatusFiles(PSCmdlet cmdlet)
{
    /// <param name="named">The computers in scope when there is no ledger.</param>
    public StatusRequest Read(
        string baselinePath, string? facilityPath, string? ledgerPath, IReadOnlyList<LedgerComputer> named, DateTime asOf)
    {
        Baseline baseline = Read(baselinePath, "Baseline", BaselineReader.Read);
        ChecklistProfile profile = ProfileReader.Load(baseline);
        FacilityRecord? facility = facilityPath is null ? null : Read(facilityPath, "Facility", path => FacilityReader.Read(path, profile));
        if (ledgerPath is not null)
        {
            return new StatusRequest(baseline, profile, facility, ReadLedger(ledgerPath), asOf)
            {
                LedgerPath = cmdlet.FullPath(ledgerPath),
            };
        }

        if (named.FirstOrDefault(c => c.Role != Roles.Network && baseline.Role(c.Role) is null) is { } stranger)
            throw cmdlet.End(ErrorRecords.UnknownRole(stranger.Role, baseline.Roles.Select(r => r.Name)));
        return new StatusRequest(baseline, profile, facility, named, asOf);
    }

    public FacilityRecord ReadFacility(string path) => Read(path, "Facility", FacilityReader.Read);

    public IReadOnlyList<LedgerComputer> ReadLedger(string path) => Read(path, "Ledger", LedgerReader.Read);

    private T Read<T>(string path, string what, Func<string, T> read)
    {
        string full = cmdlet.ExistingFile(path, what + "NotFound");
        try
        {
            return read(full);
        }
        catch (InvalidFileException e)
        {
            throw cmdlet.End(e, what + "Invalid");
        }
    }
}
