using System;
using System.Collections.Generic;
using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MedHardening.Baselines.Yaml;

/// <summary>
/// Text to nodes. Refused, with their place: anchors and aliases (a short file could stand for gigabytes), tags (a file
/// could name types), merge keys, duplicate keys, a second document, and nesting or size beyond any honest file.
/// </summary>
internal sealed class YamlParser
{
    public const int Deepest = 64;
    public const int MostNodes = 200_000;

    private readonly Parser _events;
    private readonly FaultList _faults;
    private int _nodes;
    private Place _last = new(1, 1);

    private YamlParser(string text, FaultList faults)
    {
        _events = new Parser(new StringReader(text));
        _faults = faults;
    }

    /// <exception cref="InvalidFileException">The text is not YAML, or goes beyond the limits.</exception>
    public static YamlNode Parse(string text, FaultList faults)
    {
        var parser = new YamlParser(text, faults);
        try
        {
            return parser.Document();
        }
        catch (YamlException e)
        {
            throw faults.Stop(Of(e.Start), SyntaxHint.For(Of(e.Start), faults.Lines, e.Message));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser's own slips: an unclosed '[' and some escapes end in these, without a place.
            throw parser.Broken();
        }
    }

    private YamlNode Document()
    {
        Next();
        if (Next() is StreamEnd)
        {
            throw _faults.Stop(Place.File, new Text(
                "ファイルに内容がありません。ひな形から作り直してください。", "the file is empty. Start again from a starter file."));
        }

        Next();
        YamlNode root = Node(0);
        Next();
        if (Next() is DocumentStart second)
        {
            _faults.Add(Of(second.Start), new Text(
                "「---」で区切られた二つ目の文書があります。一つのファイルには一つの文書だけを書いてください。",
                "a second document begins here (---). Write one document to a file."));
        }

        return root;
    }

    // Leaves the parser on the last event of the node.
    private YamlNode Node(int depth)
    {
        ParsingEvent current = _events.Current!;
        Place place = Of(current.Start);
        if (++_nodes > MostNodes)
        {
            throw _faults.Stop(place, new Text(
                $"値が{MostNodes}個を超えています。正しいファイルか確かめてください。",
                $"more than {MostNodes} values. Check that it is the right file."));
        }

        if (depth >= Deepest && current is MappingStart or SequenceStart)
        {
            throw _faults.Stop(place, new Text(
                $"入れ子が{Deepest}段を超えています。字下げと括弧を確かめてください。",
                $"nested more than {Deepest} levels deep. Check indentation and brackets."));
        }

        bool refused = Refuse(current, place);
        YamlNode node = current switch
        {
            Scalar scalar => new YamlScalar(place, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => new YamlList(place, Items(depth)),
            MappingStart => new YamlMap(place, Entries(depth)),
            _ => new YamlRefused(place),
        };
        return refused ? new YamlRefused(place) : node;
    }

    private bool Refuse(ParsingEvent current, Place place)
    {
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
        {
            _faults.Add(place, new Text(
                "アンカー（&）とエイリアス（*）は使えません。値をそのまま書いてください。値の先頭の & や * は引用符で囲んでください。",
                "anchors (&) and aliases (*) are not allowed. Write the value itself; put a value that begins with & or * in quotes."));
            return true;
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
        {
            _faults.Add(place, new Text(
                "タグ（!）は使えません。取り除くか、値を引用符で囲んでください。",
                "tags (!) are not allowed. Remove it, or put the value in quotes."));
            return true;
        }

        return false;
    }

    private List<YamlNode> Items(int depth)
    {
        var items = new List<YamlNode>();
        while (Next() is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }

        return items;
    }

    private List<YamlEntry> Entries(int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (Next() is not MappingEnd)
        {
            YamlNode key = Node(depth + 1);
            Next();
            YamlNode value = Node(depth + 1);
            if (IsUsable(key, seen) is { } name)
            {
                entries.Add(new YamlEntry(name, value));
            }
        }

        return entries;
    }

    private YamlScalar? IsUsable(YamlNode key, Dictionary<string, Place> seen)
    {
        if (key is not YamlScalar name)
        {
            if (key is not YamlRefused)
            {
                _faults.Add(key.Place, new Text("キーには語を書いてください。", "a key must be a word."));
            }

            return null;
        }

        if (name is { IsPlain: true, Value: "<<" })
        {
            _faults.Add(key.Place, new Text(
                "差し込み（<<）は使えません。値をそのまま書いてください。", "merge keys (<<) are not allowed. Write the values themselves."));
            return null;
        }

        if (seen.TryGetValue(name.Value, out Place first))
        {
            string quoted = Printable.Quote(name.Value);
            _faults.Add(key.Place, new Text(
                $"「{quoted}」が二度書かれています（{first.Line}行目にもあります）。どちらかを消してください。",
                $"'{quoted}' is written twice (also on line {first.Line}). Delete one of them."));
            return null;
        }

        seen.Add(name.Value, key.Place);
        return name;
    }

    private ParsingEvent Next()
    {
        if (!_events.MoveNext())
        {
            throw Broken();
        }

        _last = Of(_events.Current!.Start);
        return _events.Current;
    }

    private InvalidFileException Broken() =>
        _faults.Stop(_last, SyntaxHint.For(_last, _faults.Lines, "unclosed bracket or invalid escape"));

    private static Place Of(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
