using System;
using System.Collections.Generic;
using System.IO;
using MedHardening.Checklist;

namespace MedHardening.Baselines.Sheets;

/// <summary>From a facility record to a workbook that people fill in, and from the workbook back into the record.</summary>
public static class AnswerFiles
{
    /// <summary>Writes the record's answers, given or not, into a workbook.</summary>
    /// <exception cref="InvalidFileException">The record is not fit for use.</exception>
    /// <exception cref="IOException">The workbook cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Export(string facility, string workbook)
    {
        ChecklistProfile profile = FacilityReader.ProfileOf(facility);
        FacilityRecord record = FacilityReader.Read(facility, profile);
        AtomicFile.Write(workbook, isPrivate: false, stream => AnswerSheet.Write(stream, profile.On(record.Kind), record));
    }

    /// <summary>Puts the answers of a workbook into the record, in place of those that were there.</summary>
    /// <returns>The answers.</returns>
    /// <exception cref="InvalidFileException">Workbook or record has mistakes; the record is as it was.</exception>
    /// <exception cref="IOException">The record cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static IReadOnlyList<Attestation> Import(string workbook, string facility)
    {
        ChecklistProfile profile = FacilityReader.ProfileOf(facility);
        IReadOnlyList<Attestation> answers = AnswerSheet.Read(workbook, profile);
        AnswerBlock.Replace(facility, profile, answers);
        return answers;
    }
}
