using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;

namespace MedHardening.PowerShell;

/// <summary>The ways in which a cmdlet ends early. <c>throw cmdlet.End(…)</c> tells the compiler, too, that it does.</summary>
internal static class Terminating
{
    public static Exception End(this PSCmdlet cmdlet, ErrorRecord record)
    {
        cmdlet.ThrowTerminatingError(record);
        return new InvalidOperationException(record.FullyQualifiedErrorId);
    }

    /// <summary>Ends the cmdlet after showing every mistake of a file, so that one round of editing is enough.</summary>
    public static Exception End(this PSCmdlet cmdlet, InvalidFileException e, string errorId)
    {
        IReadOnlyList<ErrorRecord> records = ErrorRecords.OfFile(e, errorId);
        foreach (ErrorRecord record in records.Take(records.Count - 1))
            cmdlet.WriteError(record);
        return cmdlet.End(records[records.Count - 1]);
    }
}
