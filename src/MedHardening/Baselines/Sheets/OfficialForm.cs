using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using MedHardening.Checklist;

namespace MedHardening.Baselines.Sheets;

/// <summary>What stands in an official workbook: its year, its sections, and its numbered rows with their wording.</summary>
internal sealed class OfficialForm
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    // 2-⑨, 2－(9), 2-9; the wording may follow in the same cell.
    private static readonly Regex s_number = new(
        @"^(?<section>[1-9])\s*[-－‐−ー]\s*(?:(?<circled>[①-⑳])|[(（]?(?<digits>[0-9]{1,2})[)）]?)[\s　.．、]*(?<wording>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline, s_second);

    private static readonly Regex s_section = new(@"^(?<section>[1-9])[\s　.．、]+(?<title>\S.{0,59})$", RegexOptions.CultureInvariant, s_second);
    private static readonly Regex s_year = new(@"令和\s*(?<year>[0-9]{1,2}|元)\s*年度", RegexOptions.CultureInvariant, s_second);
    private static readonly Regex s_guideline = new(@"第\s*(?<version>[0-9]+\.[0-9]+)\s*版", RegexOptions.CultureInvariant, s_second);

    private readonly List<(string Number, int Section, string Wording, Place Place)> _rows = [];
    private readonly Dictionary<int, string> _sections = [];

    public OfficialForm(IReadOnlyDictionary<int, IReadOnlyList<SheetCell>> rows)
    {
        foreach (IReadOnlyList<SheetCell> cells in rows.OrderBy(r => r.Key).Select(r => r.Value))
        {
            Read(cells);

            // Items name years, too: 令和９年度までに実装予定である.
            if (_rows.Count == 0)
                ReadHead(cells);
        }
    }

    /// <summary>Year of 令和, as the head of the form has it; null when it does not say.</summary>
    public int? Year { get; private set; }

    public string? Guideline { get; private set; }

    public string? Title { get; private set; }

    public IReadOnlyDictionary<int, string> Sections => _sections;

    /// <summary>The rows with a number, in their order; one number may have several (server and client).</summary>
    public IReadOnlyList<(string Number, int Section, string Wording, Place Place)> Rows => _rows;

    private void ReadHead(IReadOnlyList<SheetCell> cells)
    {
        foreach (string text in cells.Select(c => HalfWidth.Of(c.Text)))
        {
            if (s_year.Match(text) is { Success: true } year)
                Year ??= year.Groups["year"].Value == "元" ? 1 : int.Parse(year.Groups["year"].Value, CultureInfo.InvariantCulture);
            if (s_guideline.Match(text) is { Success: true } version)
                Guideline ??= version.Groups["version"].Value;
            if (text.Contains("チェックリスト") && text.Length <= 80)
                Title ??= text.Trim();
        }
    }

    private void Read(IReadOnlyList<SheetCell> cells)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            string text = HalfWidth.Of(cells[i].Text).Trim();
            if (s_number.Match(text) is { Success: true } number)
            {
                string wording = number.Groups["wording"].Value.Trim();
                wording = wording.Length > 0 ? wording : cells.Skip(i + 1).Select(c => c.Text.Trim()).FirstOrDefault(t => t.Length > 5) ?? "";
                if (wording.Length > 0)
                    _rows.Add((Number(number), int.Parse(number.Groups["section"].Value, CultureInfo.InvariantCulture), wording, cells[i].Place));
                return;
            }

            if (s_section.Match(text) is { Success: true } section)
                _sections[int.Parse(section.Groups["section"].Value, CultureInfo.InvariantCulture)] = section.Groups["title"].Value.Trim();
        }
    }

    private static string Number(Match match)
    {
        string digits = match.Groups["circled"].Success
            ? ItemNumber.Typed(match.Groups["circled"].Value)
            : int.Parse(match.Groups["digits"].Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return match.Groups["section"].Value + "-" + ItemNumber.Printed(digits);
    }
}
