using System;
using System.Collections.Generic;

namespace MedHardening.Simulator.Wql;

/// <summary>The data query of WQL: SELECT * or columns FROM class WHERE conditions.</summary>
internal sealed class WqlQuery
{
    // WMI has a quota too (WBEM_E_QUOTA_VIOLATION); its size is not documented.
    private const int MaxComparisons = 500;
    private const int MaxDepth = 64;
    private static readonly string[] s_operators = ["=", "<>", "<", "<=", ">", ">="];

    private readonly List<WqlToken> _tokens;
    private int _at;
    private int _depth;
    private int _comparisons;

    private WqlQuery(string text)
    {
        _tokens = WqlLexer.Tokens(text);
        Expect("SELECT");
        if (!TakeSymbol("*"))
        {
            List<string> columns = [Name()];
            while (TakeSymbol(","))
                columns.Add(Name());
            Columns = columns;
        }
        Expect("FROM");
        ClassName = Name();
        if (Take("WHERE"))
            Condition = Or();
        if (Current.Kind != WqlTokenKind.End)
            throw new WqlException("'" + Current.Text + "' is not expected");
    }

    public string ClassName { get; }

    /// <summary>Null for <c>*</c>.</summary>
    public IReadOnlyList<string>? Columns { get; }

    /// <summary>Null when every instance is wanted.</summary>
    public WqlCondition? Condition { get; }

    private WqlToken Current => _tokens[_at];

    /// <exception cref="WqlException">The text is no such query.</exception>
    public static WqlQuery Parse(string text) => new(text);

    private WqlCondition Or()
    {
        if (++_depth > MaxDepth)
            throw new WqlException("too deep");
        WqlCondition left = And();
        while (Take("OR"))
            left = new WqlOr(left, And());
        _depth--;
        return left;
    }

    private WqlCondition And()
    {
        WqlCondition left = Not();
        while (Take("AND"))
            left = new WqlAnd(left, Not());
        return left;
    }

    private WqlCondition Not()
    {
        bool negate = false;
        while (Take("NOT"))
            negate = !negate;
        WqlCondition condition;
        if (TakeSymbol("("))
        {
            condition = Or();
            if (!TakeSymbol(")"))
                throw new WqlException("')' is missing");
        }
        else
        {
            condition = Comparison();
        }
        return negate ? new WqlNot(condition) : condition;
    }

    private WqlCondition Comparison()
    {
        if (++_comparisons > MaxComparisons)
            throw new WqlException("too many comparisons");
        string property = Name();
        if (Take("IS"))
        {
            bool not = Take("NOT");
            Expect("NULL");
            return new WqlComparison(property, not ? "<>" : "=", new WqlToken(WqlTokenKind.Word, "NULL"));
        }
        if (Take("NOT"))
        {
            Expect("LIKE");
            return new WqlNot(new WqlLike(property, Pattern()));
        }
        if (Take("LIKE"))
            return new WqlLike(property, Pattern());
        string symbol = Current.Text;
        if (Current.Kind != WqlTokenKind.Symbol || Array.IndexOf(s_operators, symbol) < 0)
            throw new WqlException("an operator is missing behind " + property);
        _at++;
        WqlToken literal = Next();
        bool isLiteral = literal.Kind is WqlTokenKind.Text or WqlTokenKind.Number
            || literal.IsWord("NULL") || literal.IsWord("TRUE") || literal.IsWord("FALSE");
        return isLiteral ? new WqlComparison(property, symbol, literal) : throw new WqlException("a value is missing behind " + symbol);
    }

    private string Pattern()
    {
        WqlToken token = Next();
        return token.Kind == WqlTokenKind.Text ? token.Text : throw new WqlException("LIKE needs a text");
    }

    private string Name()
    {
        WqlToken token = Next();
        return token.Kind == WqlTokenKind.Word ? token.Text : throw new WqlException("a name is missing");
    }

    private void Expect(string word)
    {
        if (!Take(word))
            throw new WqlException(word + " is missing");
    }

    private bool Take(string word)
    {
        bool found = Current.IsWord(word);
        if (found)
            _at++;
        return found;
    }

    private bool TakeSymbol(string symbol)
    {
        bool found = Current.IsSymbol(symbol);
        if (found)
            _at++;
        return found;
    }

    private WqlToken Next() => Current.Kind == WqlTokenKind.End ? throw new WqlException("the query ends too early") : _tokens[_at++];
}
