using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MedHardening.Baselines.Sheets;

/// <summary>
/// The first worksheet of a workbook (.xlsx), cell by cell. The file may come from anybody: what it unpacks to is measured before it is
/// understood, formulas are not calculated, links are not followed.
/// </summary>
internal static class SheetReader
{
    public const int MostBytes = 5 * 1024 * 1024;
    public const int MostUnpackedBytes = 64 * 1024 * 1024;
    public const int MostRows = 5000;
    public const int MostColumns = 64;

    private const int MostStrings = 50_000;
    private const int LongestText = 10_000;

    /// <summary>Rows that hold something, by their number.</summary>
    /// <exception cref="InvalidFileException">It is no workbook, or beyond any honest one.</exception>
    public static IReadOnlyDictionary<int, IReadOnlyList<SheetCell>> Read(string path, FaultList faults)
    {
        byte[] bytes = FileBytes.Read(path, MostBytes, faults);
        try
        {
            Measure(bytes);
            using var document = SpreadsheetDocument.Open(
                new MemoryStream(bytes), isEditable: false, new OpenSettings { MaxCharactersInPart = MostUnpackedBytes });
            return Cells(document.WorkbookPart!)
                .GroupBy(c => c.Place.Line)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<SheetCell>)g.ToArray());
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or XmlException or IOException or ArgumentException
            or InvalidOperationException or FormatException or NullReferenceException or IndexOutOfRangeException or NotSupportedException or UriFormatException)
        {
            throw faults.Stop(Place.File, new Text(
                $"Excelのブック（.xlsx）として読めません: {e.Message}", $"it cannot be read as a workbook (.xlsx): {e.Message}"));
        }
    }

    // A declared size may lie: what counts is what comes out.
    private static void Measure(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        long total = 0;
        byte[] buffer = new byte[81920];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream unpacked = entry.Open();
            int read;
            while ((read = unpacked.Read(buffer, 0, buffer.Length)) > 0)
            {
                total += read;
                if (total > MostUnpackedBytes)
                {
                    throw new InvalidDataException("more than " + (MostUnpackedBytes / 1024 / 1024) + " MB unpacked");
                }
            }
        }
    }

    private static IEnumerable<SheetCell> Cells(WorkbookPart book)
    {
        string[] shared = [.. (book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>() ?? []).Take(MostStrings).Select(TextOf)];
        Sheet sheet = book.Workbook.Sheets!.Elements<Sheet>().First();
        var part = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
        foreach (Cell cell in part.Worksheet.Descendants<Cell>())
        {
            if (PlaceOf(cell.CellReference?.Value) is { } place && Value(cell, shared) is { Length: > 0 } text)
            {
                bool isNumber = cell.DataType is null || cell.DataType.Value == CellValues.Number;
                yield return new SheetCell(place, text, isNumber, cell.CellFormula is not null);
            }
        }
    }

    private static string Value(Cell cell, string[] shared)
    {
        string text = cell.DataType?.Value switch
        {
            CellValues.SharedString => shared[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)],
            CellValues.InlineString => cell.InlineString is { } inline ? TextOf(inline) : "",
            _ => cell.CellValue?.Text ?? "",
        };
        return text.Length > LongestText ? throw new InvalidDataException("a cell is longer than " + LongestText + " characters") : text.Trim();
    }

    // The readings of Japanese words (rPh) stand beside the text and are no part of it.
    private static string TextOf(OpenXmlElement item)
    {
        var text = new StringBuilder();
        foreach (OpenXmlElement child in item.ChildElements)
        {
            text.Append(child switch
            {
                DocumentFormat.OpenXml.Spreadsheet.Text plain => plain.Text,
                Run run => run.Text?.Text,
                _ => null,
            });
        }

        return text.ToString();
    }

    private static Place? PlaceOf(string? reference)
    {
        int letters = (reference ?? "").TakeWhile(c => c is >= 'A' and <= 'Z').Count();
        int column = (reference ?? "").Take(Math.Min(letters, 4)).Aggregate(0, (sum, c) => (sum * 26) + (c - 'A' + 1));
        if (letters is 0 or > 3 || !int.TryParse(reference!.Substring(letters), out int row))
        {
            throw new InvalidDataException("a cell without a name");
        }

        return row > MostRows || column > MostColumns ? null : new Place(row, column);
    }
}
