using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MedHardening.Simulator.Wql;

internal enum WqlTokenKind
{
    Word,
    Text,
    Number,
    Symbol,
    End,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, the symbol, the digits, or the text without quotes and escapes.</param>
internal readonly record struct WqlToken(WqlTokenKind Kind, string Text)
{
    public bool IsWord(string word) =>
        Kind == WqlTokenKind.Word && Text.Equals(word, System.StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == WqlTokenKind.Symbol && Text == symbol;
}

/// <summary>Splits a WQL query (https://learn.microsoft.com/windows/win32/wmisdk/wql-sql-for-wmi) into tokens.</summary>
internal static class WqlLexer
{
    /// <exception cref="WqlException">A character or an unfinished text that WQL does not have.</exception>
    public static List<WqlToken> Tokens(string query)
    {
        List<WqlToken> tokens = [];
        int at = 0;
        while (at < query.Length)
        {
            char c = query[at];
            if (char.IsWhiteSpace(c))
                at++;
            else if (c is '\'' or '"')
                tokens.Add(Text(query, ref at));
            else if (char.IsAsciiDigit(c) || (c is '-' or '+' && at + 1 < query.Length && char.IsAsciiDigit(query[at + 1])))
                tokens.Add(Number(query, ref at));
            else if (char.IsLetter(c) || c == '_')
                tokens.Add(Word(query, ref at));
            else
                tokens.Add(Symbol(query, ref at));
        }
        tokens.Add(new WqlToken(WqlTokenKind.End, ""));
        return tokens;
    }

    private static WqlToken Text(string query, ref int at)
    {
        char quote = query[at++];
        StringBuilder text = new();
        while (at < query.Length && query[at] != quote)
        {
            if (query[at] == '\\' && at + 1 < query.Length)
                at++;
            text.Append(query[at++]);
        }
        if (at == query.Length)
            throw new WqlException("a text does not end");
        at++;
        return new WqlToken(WqlTokenKind.Text, text.ToString());
    }

    private static WqlToken Number(string query, ref int at)
    {
        int from = at++;
        if (query[from] == '0' && at < query.Length && query[at] is 'x' or 'X')
        {
            at++;
            int digits = at;
            while (at < query.Length && char.IsAsciiHexDigit(query[at]))
                at++;
            return ulong.TryParse(query[digits..at], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value)
                ? new WqlToken(WqlTokenKind.Number, value.ToString(CultureInfo.InvariantCulture))
                : throw new WqlException("no number");
        }
        while (at < query.Length && (char.IsAsciiDigit(query[at]) || query[at] == '.'))
            at++;
        return new WqlToken(WqlTokenKind.Number, query[from..at]);
    }

    private static WqlToken Word(string query, ref int at)
    {
        int from = at;
        while (at < query.Length && (char.IsLetterOrDigit(query[at]) || query[at] == '_'))
            at++;
        return new WqlToken(WqlTokenKind.Word, query[from..at]);
    }

    private static WqlToken Symbol(string query, ref int at)
    {
        string two = at + 1 < query.Length ? query.Substring(at, 2) : "";
        if (two is "<>" or "!=" or "<=" or ">=")
        {
            at += 2;
            return new WqlToken(WqlTokenKind.Symbol, two == "!=" ? "<>" : two);
        }
        char c = query[at++];
        return c is '=' or '<' or '>' or '(' or ')' or ',' or '*'
            ? new WqlToken(WqlTokenKind.Symbol, c.ToString())
            : throw new WqlException("'" + c + "' is not expected");
    }
}
