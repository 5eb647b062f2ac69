using System.Collections.Generic;
using System.IO;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MedHardening.Baselines.Sheets;

/// <summary>
/// Writes rows of text as a worksheet: every cell is text, so that no name becomes a formula and no date another one; columns
/// that take a choice offer it.
/// </summary>
internal static class SheetWriter
{
    // Of the built-in number formats the one that is text (ISO/IEC 29500-1 §18.8.30).
    private const uint TextFormat = 49;

    /// <param name="choices">Words to choose from, by column (1-based).</param>
    public static void Write(
        Stream stream, string name, IReadOnlyList<int> widths, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyDictionary<int, string[]> choices)
    {
        // The packaging of .NET Framework wants to read what it writes.
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            WorksheetPart sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetViews(new SheetView(new Pane
                {
                    VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
                }) { WorkbookViewId = 0 }),
                new Columns(widths.Select((w, i) => new Column
                {
                    Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true, Style = 1,
                })),
                new SheetData(rows.Select((r, i) => RowOf(r, i + 1))),
                Choices(choices, rows.Count));
            book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = name }));
        }

        buffer.Position = 0;
        buffer.CopyTo(stream);
    }

    private static Row RowOf(IReadOnlyList<string> cells, int number) => new(cells.Select((text, i) => new Cell
    {
        CellReference = SheetCell.NameOf(new Place(number, i + 1)),
        DataType = CellValues.InlineString,
        StyleIndex = 1,
        InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(Harmless(text)) { Space = SpaceProcessingModeValues.Preserve }),
    })) { RowIndex = (uint)number };

    private static DataValidations Choices(IReadOnlyDictionary<int, string[]> choices, int rows) => new(choices.Select(c => new DataValidation
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        SequenceOfReferences = new ListValue<StringValue>(
            [new StringValue(SheetCell.NameOf(new Place(2, c.Key)) + ":" + SheetCell.NameOf(new Place(rows, c.Key)))]),
        Formula1 = new Formula1("\"" + string.Join(",", c.Value) + "\""),
    })) { Count = (uint)choices.Count };

    private static Stylesheet Styles() => new(
        new Fonts(new Font()) { Count = 1 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = TextFormat, ApplyNumberFormat = true, ApplyAlignment = true }) { Count = 2 });

    private static string Harmless(string text) => string.Concat(text.Select(c => System.Xml.XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));
}
