using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Csv;

namespace MedHardening.Baselines;

/// <summary>Which cell of a line is which, from the header: Japanese or English, in any order, others ignored.</summary>
internal sealed class LedgerColumns
{
    public const string Name = "名称";
    public const string Address = "アドレス";
    public const string Port = "ポート";
    public const string Role = "区分";
    public const string Vendor = "ベンダー";
    public const string Handling = "操作";
    public const string Serial = "シリアル";
    public const string Place = "設置場所";
    public const string OperatingSystem = "OS";
    public const string Window = "作業時間帯";

    private static readonly Dictionary<string, string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        [Name] = Name,
        ["コンピュータ名"] = Name,
        ["コンピューター名"] = Name,
        ["name"] = Name,
        [Address] = Address,
        ["IPアドレス"] = Address,
        ["address"] = Address,
        [Port] = Port,
        ["port"] = Port,
        [Role] = Role,
        ["role"] = Role,
        [Vendor] = Vendor,
        ["ベンダ"] = Vendor,
        ["事業者"] = Vendor,
        ["vendor"] = Vendor,
        [Handling] = Handling,
        ["handling"] = Handling,
        [Serial] = Serial,
        ["シリアル番号"] = Serial,
        ["serial"] = Serial,
        [Place] = Place,
        ["place"] = Place,
        [OperatingSystem] = OperatingSystem,
        [Window] = Window,
        ["window"] = Window,
    };

    private readonly Dictionary<string, int> _columns;

    private LedgerColumns(Dictionary<string, int> columns, int count)
    {
        _columns = columns;
        Count = count;
    }

    /// <summary>Cells of the header.</summary>
    public int Count { get; }

    /// <summary>The cell of that column without blanks around it, or an empty one.</summary>
    public CsvCell this[IReadOnlyList<CsvCell> record, string column] =>
        _columns.TryGetValue(column, out int index) && index < record.Count
            ? record[index] with { Text = CsvWriter.Unguarded(record[index].Text.Trim()) }
            : new CsvCell("", record[0].Place with { Column = 0 });

    /// <exception cref="InvalidFileException">The required columns are not there, or two columns are the same.</exception>
    public static LedgerColumns Of(IReadOnlyList<CsvCell> header, FaultList faults)
    {
        if (header.Count == 1 && header[0].Text.IndexOfAny(['\t', ';']) >= 0)
        {
            throw faults.Stop(header[0].Place, new Text(
                "列がタブかセミコロンで区切られています。コンマ区切り（CSV）で保存し直してください。",
                "the columns are separated by tabs or semicolons. Save the file with commas (CSV)."));
        }

        var columns = new Dictionary<string, int>();
        for (int i = 0; i < header.Count; i++)
        {
            if (!s_words.TryGetValue(HalfWidth.Of(header[i].Text).Trim(), out string? column))
            {
                continue;
            }

            if (columns.TryGetValue(column, out _))
            {
                string quoted = Printable.Quote(header[i].Text);
                faults.Add(header[i].Place, new Text(
                    $"「{quoted}」の列が二つあります。どちらかを消してください。", $"there are two columns for '{quoted}'. Delete one."));
            }
            else
            {
                columns[column] = i;
            }
        }

        CheckRequired(header, columns, faults);
        return new LedgerColumns(columns, header.Count);
    }

    private static void CheckRequired(IReadOnlyList<CsvCell> header, Dictionary<string, int> columns, FaultList faults)
    {
        foreach ((string column, string english) in new[] { (Name, "name"), (Role, "role") })
        {
            if (!columns.ContainsKey(column))
            {
                string found = Printable.Line(string.Join(", ", header.Select(c => c.Text.Trim())), 200);
                throw faults.Stop(header[0].Place with { Column = 0 }, new Text(
                    $"見出しに「{column}」の列がありません。1行目を見出しにしてください。見つかったのは: {found}",
                    $"the header has no column '{column}' ({english}). The first line must be the header. Found: {found}"));
            }
        }
    }
}
