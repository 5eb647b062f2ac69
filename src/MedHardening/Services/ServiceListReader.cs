using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MedHardening.Baselines;
using MedHardening.Baselines.Csv;

namespace MedHardening.Services;

/// <summary>
/// Reads <c>service_list.csv</c>, as <c>Get-Service | Select-Object DisplayName, Status, StartType | Export-Csv</c> writes it: UTF-8,
/// UTF-16 or code page 932. It knows services by display names, which are those of one language.
/// </summary>
internal static class ServiceListReader
{
    private const int MostBytes = 20 * 1024 * 1024;
    private const string TypeLine = "#TYPE ";
    private const string NameColumn = "DisplayName";

    // Instances of per-user services carry the suffix in the display name too.
    private static readonly Regex s_instance = new("_[0-9a-f]{4,16}$", RegexOptions.CultureInvariant);

    /// <exception cref="InvalidFileException">Every mistake of the file, with line and column.</exception>
    public static ServiceBaseline Read(string path)
    {
        FaultList faults = new(path);
        string text = CsvEncoding.Decode(FileBytes.Read(path, MostBytes, faults), faults);
        faults.Lines = Utf8Text.Lines(text);
        List<IReadOnlyList<CsvCell>> records = new CsvReader(text.TrimStart('\uFEFF'), faults).Records()
            .SkipWhile(r => r[0].Text.StartsWith(TypeLine, StringComparison.Ordinal)).ToList();
        if (records.Count == 0)
            throw faults.Stop(Place.File, new Text("サービスの一覧が空です。", "the list of services is empty."));
        Column name = Find(records[0], NameColumn)
            ?? throw faults.Stop(records[0][0].Place, new Text(
                "見出しに DisplayName がありません。Get-Service の出力を Export-Csv で保存したものを指定してください。",
                "the header has no DisplayName. Give what Export-Csv made of the output of Get-Service."));
        Column? status = Find(records[0], "Status");
        Column? start = Find(records[0], "StartType");
        Dictionary<string, ServiceEntry> services = new(StringComparer.OrdinalIgnoreCase);
        foreach (IReadOnlyList<CsvCell> record in records.Skip(1).Where(r => name.Of(r).Trim().Length > 0))
        {
            string display = CsvWriter.Unguarded(s_instance.Replace(name.Of(record).Trim(), ""));
            CheckReadable(name.Cell(record)!.Value, faults);
            services[display] = new ServiceEntry
            {
                Name = display,
                DisplayName = display,
                State = Word<ServiceRun>(status?.Cell(record), faults),
                Start = Word<ServiceStartType>(start?.Cell(record), faults),
            };
        }
        faults.ThrowIfAny();
        return ServiceBaseline.OfDisplayNames(services.Values.ToArray());
    }

    // Windows PowerShell writes ASCII unless it is told otherwise, and every character of Japanese becomes a question mark.
    private static void CheckReadable(CsvCell cell, FaultList faults)
    {
        if (cell.Text.Contains("??"))
        {
            faults.Add(cell.Place, new Text(
                "日本語が「?」に化けています。Export-Csv に -Encoding UTF8 を付けて作り直してください。",
                "characters were lost ('?'). Make the list again with Export-Csv -Encoding UTF8."));
        }
    }

    private static T Word<T>(CsvCell? cell, FaultList faults)
        where T : struct
    {
        string text = cell?.Text.Trim() ?? "";
        if (text.Length == 0)
            return default;
        if (Enum.TryParse(text, ignoreCase: true, out T word) && !char.IsDigit(text[0]))
            return word;
        string quoted = Printable.Quote(text);
        Text known = Suggestion.Of(quoted, Enum.GetNames(typeof(T)));
        faults.Add(cell!.Value.Place, new Text($"「{quoted}」は分かりません。{known.Ja}", $"'{quoted}' is not known. {known.En}"));
        return default;
    }

    private static Column? Find(IReadOnlyList<CsvCell> header, string name)
    {
        for (int i = 0; i < header.Count; i++)
        {
            if (header[i].Text.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return new Column(i);
        }
        return null;
    }

    private sealed record Column(int Index)
    {
        public CsvCell? Cell(IReadOnlyList<CsvCell> record) => Index < record.Count ? record[Index] : null;

        public string Of(IReadOnlyList<CsvCell> record) => Cell(record)?.Text ?? "";
    }
}
