using System.Linq;
using System.Text;

namespace MedHardening.Baselines.Csv;

/// <summary>
/// Cells for spreadsheets. A cell that a spreadsheet would run as a formula gets an apostrophe in front
/// (OWASP, CSV Injection); <see cref="Plain"/> takes it away again.
/// </summary>
internal static class CsvText
{
    private const string FormulaStarts = "=+-@\t\r";

    public static string Cell(string text)
    {
        string safe = IsFormula(text) ? "'" + text : text;
        return safe.Any(c => c is ',' or '"' or '\r' or '\n' or '\'') || safe != safe.Trim()
            ? "\"" + safe.Replace("\"", "\"\"") + "\""
            : safe;
    }

    public static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell.Substring(1)) ? cell.Substring(1) : cell;

    public static string Record(params string[] cells) => new StringBuilder()
        .Append(string.Join(",", cells.Select(Cell))).Append("\r\n").ToString();

    private static bool IsFormula(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]);
}
