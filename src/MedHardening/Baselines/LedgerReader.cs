using System;
using System.Collections.Generic;
using MedHardening.Baselines.Csv;
using MedHardening.Fleet;

namespace MedHardening.Baselines;

/// <summary>Reads the 台帳, a CSV file with a Japanese or English header, as a spreadsheet on a Japanese Windows saves it.</summary>
public static class LedgerReader
{
    /// <summary>Bytes of the largest ledger that is read.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Lines of the longest ledger that is read, header included.</summary>
    public const int MostLines = 100_000;

    // Windows PowerShell's Export-Csv writes the type of its objects on a line of its own.
    private const string TypeLine = "#TYPE ";

    /// <exception cref="InvalidFileException">Every mistake of the file, with line and column; also when it cannot be opened.</exception>
    public static IReadOnlyList<LedgerComputer> Read(string path)
    {
        var faults = new FaultList(path);
        string text = CsvEncoding.Decode(FileBytes.Read(path, MostBytes, faults), faults);
        CheckLength(text, faults);
        faults.Lines = Utf8Text.Lines(text);
        Utf8Text.CheckCharacters(faults.Lines, faults);
        faults.ThrowIfAny();
        LedgerComputer[] computers = Read(text, faults);
        faults.ThrowIfAny();
        return computers;
    }

    private static void CheckLength(string text, FaultList faults)
    {
        int ends = 0;
        for (int i = 0; i < text.Length; i++)
        {
            ends += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) ? 1 : 0;
        }

        if (ends > MostLines)
        {
            throw faults.Stop(Place.File, new Text(
                $"{MostLines}行を超えています。台帳を分けてください。", $"more than {MostLines} lines. Split the ledger."));
        }
    }

    private static LedgerComputer[] Read(string text, FaultList faults)
    {
        using IEnumerator<IReadOnlyList<CsvCell>> records = new CsvReader(text, faults).Records().GetEnumerator();
        bool any = records.MoveNext();
        if (any && records.Current[0].Text.StartsWith(TypeLine, StringComparison.Ordinal))
        {
            any = records.MoveNext();
        }

        if (!any)
        {
            throw faults.Stop(Place.File, new Text(
                "台帳が空です。見出しと機器の行を書いてください。", "the ledger is empty. Write a header and a line for each computer."));
        }

        var rows = new LedgerRows(LedgerColumns.Of(records.Current, faults), faults);
        var computers = new List<LedgerComputer>();
        while (records.MoveNext())
        {
            computers.Add(rows.Read(records.Current));
        }

        return [.. computers];
    }
}
