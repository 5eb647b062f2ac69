using System.Collections.Generic;
using System.Text;

namespace MedHardening.Baselines.Csv;

/// <summary>Comma-separated text by RFC 4180: cells in quotes may hold commas, line breaks and doubled quotes.</summary>
internal sealed class CsvReader(string text, FaultList faults)
{
    public const int MostCells = 1000;

    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The records that are not empty, in order.</summary>
    /// <exception cref="InvalidFileException">A quotation never ends, so that nothing after it can be trusted.</exception>
    public IEnumerable<IReadOnlyList<CsvCell>> Records()
    {
        while (_at < text.Length)
        {
            List<CsvCell> record = Record();
            if (record.Exists(c => c.Text.Trim().Length > 0))
            {
                yield return record;
            }
        }
    }

    private Place Here => new(_line, _at - _lineStart + 1);

    private List<CsvCell> Record()
    {
        var cells = new List<CsvCell>();
        do
        {
            Place place = Here;
            if (cells.Count == MostCells)
            {
                throw faults.Stop(place, new Text(
                    $"列が{MostCells}を超えています。コンマ区切り（CSV）のファイルか確かめてください。",
                    $"more than {MostCells} cells on one line. Check that it is a CSV file."));
            }

            cells.Add(new CsvCell(_at < text.Length && text[_at] == '"' ? Quoted(place) : Plain(), place));
        }
        while (Take(','));
        TakeLineBreak();
        return cells;
    }

    private string Plain()
    {
        int start = _at;
        while (_at < text.Length && text[_at] is not (',' or '\r' or '\n'))
        {
            _at++;
        }

        return text.Substring(start, _at - start);
    }

    private string Quoted(Place place)
    {
        var cell = new StringBuilder();
        _at++;
        while (_at < text.Length)
        {
            if (Take('"'))
            {
                if (!Take('"'))
                {
                    return AfterQuote(cell.ToString());
                }

                cell.Append('"');
            }
            else if (text[_at] is '\r' or '\n')
            {
                TakeLineBreak();
                cell.Append('\n');
            }
            else
            {
                cell.Append(text[_at++]);
            }
        }

        throw faults.Stop(place, new Text(
            "引用符（\"）が閉じていません。閉じるか、引用符を二つ重ねて（\"\"）書いてください。",
            "the quotation mark (\") is never closed. Close it, or write it twice (\"\")."));
    }

    private string AfterQuote(string cell)
    {
        Place place = Here;
        if (Plain().Trim().Length > 0)
        {
            faults.Add(place, new Text(
                "閉じた引用符の後に文字があります。引用符を消すか、二つ重ねて（\"\"）書いてください。",
                "there is text after the closing quotation mark. Remove the mark, or write it twice (\"\")."));
        }

        return cell;
    }

    private bool Take(char c)
    {
        bool taken = _at < text.Length && text[_at] == c;
        _at += taken ? 1 : 0;
        return taken;
    }

    private void TakeLineBreak()
    {
        if (_at < text.Length)
        {
            Take('\r');
            Take('\n');
            _line++;
            _lineStart = _at;
        }
    }
}
