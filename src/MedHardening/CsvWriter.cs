using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace MedHardening;

/// <summary>
/// Lines of RFC 4180 that a spreadsheet shows and never runs. A field whose first character, blanks of any width aside, is
/// = + - @ (or its full-width twin, which Japanese Excel takes for the same) gets an apostrophe in front, as OWASP's
/// "CSV Injection" page advises. Line breaks, tabs and other control characters become a blank each, so a record is always
/// one line of the file; the JSON report has the exact value.
/// </summary>
internal sealed class CsvWriter(TextWriter output)
{
    // Excel puts no more than 32,767 characters into a cell and lets the rest run into the next line.
    private const int MaxLength = 32_000;
    private const string Formula = "=+-@＝＋－＠";
    private const char Guard = '\'';

    public void Line(IEnumerable<string> fields)
    {
        output.Write(string.Join(",", fields.Select(Quoted)));
        output.Write("\r\n");
    }

    /// <summary>What the field was before it was written.</summary>
    public static string Unguarded(string field) =>
        field.Length > 1 && field[0] == Guard && IsFormula(field.Substring(1)) ? field.Substring(1) : field;

    private static string Quoted(string field)
    {
        var text = new StringBuilder("\"", field.Length + 3);
        if (IsFormula(field))
            text.Append(Guard);
        foreach (char c in field.Length > MaxLength ? field.Substring(0, MaxLength) + "…" : field)
            text.Append(char.IsControl(c) ? " " : c == '"' ? "\"\"" : c.ToString());
        return text.Append('"').ToString();
    }

    private static bool IsFormula(string field) => Formula.IndexOf(field.FirstOrDefault(c => !IsBlank(c))) >= 0;

    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
