using System;
using System.Collections.Generic;
using System.IO;
using MedHardening.Baselines;
using MedHardening.Fleet;
using MedHardening.Reports;

namespace MedHardening.Cli.Simulate;

/// <summary>Puts a ledger onto the disk.</summary>
internal static class LedgerFile
{
    /// <exception cref="ReportNotWrittenException">The file system refused.</exception>
    public static void Save(string path, IReadOnlyList<LedgerComputer> ledger)
    {
        try
        {
            using FileStream stream = File.Create(path);
            LedgerWriter.Write(stream, ledger);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportNotWrittenException(path, new(
                "台帳を書き込めません: " + path + ": " + e.Message, "The ledger cannot be written: " + path + ": " + e.Message), e);
        }
    }
}
