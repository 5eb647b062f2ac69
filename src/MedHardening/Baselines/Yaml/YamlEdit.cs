using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Baselines.Yaml;

/// <summary>Changes single values of a YAML text and leaves all else as it was written: comments, order, spacing.</summary>
internal sealed class YamlEdit(IReadOnlyList<string> lines)
{
    private readonly List<(Place Place, int Length, string Instead)> _edits = [];

    /// <summary>False when the value is not written on one line in the usual way, so that it must be changed by hand.</summary>
    public bool TryReplace(YamlScalar scalar, string instead)
    {
        if (scalar.Value.Length == 0 && scalar.IsPlain)
        {
            return instead.Length == 0;
        }

        string rest = lines[scalar.Place.Line - 1].Substring(scalar.Place.Column - 1);
        int length = scalar.IsPlain ? (rest.StartsWith(scalar.Value, StringComparison.Ordinal) ? scalar.Value.Length : 0) : Quoted(rest);
        if (length > 0)
        {
            _edits.Add((scalar.Place, length, instead));
        }

        return length > 0;
    }

    /// <summary>The text with all changes, lines ending in a line feed.</summary>
    public string Text()
    {
        string[] edited = [.. lines];
        foreach ((Place place, int length, string instead) in _edits.OrderByDescending(e => e.Place.Column))
        {
            string line = edited[place.Line - 1];
            edited[place.Line - 1] = (line.Substring(0, place.Column - 1) + instead + line.Substring(place.Column - 1 + length)).TrimEnd();
        }

        return string.Join("\n", edited);
    }

    private static int Quoted(string text)
    {
        char quote = text[0];
        for (int i = 1; quote is '\'' or '"' && i < text.Length; i++)
        {
            if (text[i] == '\\' && quote == '"')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                if (quote == '\'' && i + 1 < text.Length && text[i + 1] == quote)
                {
                    i++;
                }
                else
                {
                    return i + 1;
                }
            }
        }

        return 0;
    }
}
