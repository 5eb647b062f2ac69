using System;
using System.Globalization;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.Wql;

/// <summary>What an instance must be like to be in the answer.</summary>
internal abstract class WqlCondition
{
    /// <summary>Finds the properties in the class, and reads the literals by their types.</summary>
    /// <exception cref="WqlException">The class has no such property, or the literal is not of its type.</exception>
    public abstract Func<CimInstance, bool> Compile(CimClass type, Func<string, string> fill);
}

internal sealed class WqlAnd(WqlCondition left, WqlCondition right) : WqlCondition
{
    public override Func<CimInstance, bool> Compile(CimClass type, Func<string, string> fill)
    {
        (Func<CimInstance, bool> a, Func<CimInstance, bool> b) = (left.Compile(type, fill), right.Compile(type, fill));
        return i => a(i) && b(i);
    }
}

internal sealed class WqlOr(WqlCondition left, WqlCondition right) : WqlCondition
{
    public override Func<CimInstance, bool> Compile(CimClass type, Func<string, string> fill)
    {
        (Func<CimInstance, bool> a, Func<CimInstance, bool> b) = (left.Compile(type, fill), right.Compile(type, fill));
        return i => a(i) || b(i);
    }
}

internal sealed class WqlNot(WqlCondition inner) : WqlCondition
{
    public override Func<CimInstance, bool> Compile(CimClass type, Func<string, string> fill)
    {
        Func<CimInstance, bool> condition = inner.Compile(type, fill);
        return i => !condition(i);
    }
}

/// <summary>A null equals NULL and differs from everything else; it is neither smaller nor larger than anything.</summary>
internal sealed class WqlComparison(string property, string symbol, WqlToken literal) : WqlCondition
{
    public override Func<CimInstance, bool> Compile(CimClass type, Func<string, string> fill)
    {
        int index = type.IndexOf(property);
        if (index < 0)
            throw new WqlException(type.Name + " has no property " + property);
        if (literal.IsWord("NULL"))
        {
            return symbol switch
            {
                "=" => i => i[index] is null,
                "<>" => i => i[index] is not null,
                _ => throw new WqlException("NULL is neither smaller nor larger"),
            };
        }
        CimType of = type.Properties[index].Type;
        if (of.IsArray || of.Kind is CimKind.Object)
            throw new WqlException(property + " cannot be compared");
        Func<object, int> order = Order(of, fill);
        Func<int, bool> wanted = symbol switch
        {
            "=" => o => o == 0,
            "<>" => o => o != 0,
            "<" => o => o < 0,
            "<=" => o => o <= 0,
            ">" => o => o > 0,
            _ => o => o >= 0,
        };
        bool nullMatches = symbol == "<>";
        return i => i[index] is { } value ? wanted(order(value)) : nullMatches;
    }

    /// <summary>Compares a value of the property with the literal.</summary>
    private Func<object, int> Order(CimType of, Func<string, string> fill)
    {
        string text = literal.Text;
        switch (of.Kind)
        {
            case CimKind.Boolean:
                bool wanted = text switch
                {
                    _ when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
                    _ when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
                    "0" => false,
                    _ when literal.Kind == WqlTokenKind.Number => true,
                    _ => throw new WqlException("'" + text + "' is neither true nor false"),
                };
                return v => ((bool)v).CompareTo(wanted);
            case CimKind.DateTime:
                if (!CimText.TryParseDmtf(text, out DateTimeOffset time))
                    throw new WqlException("'" + text + "' is no point in time");
                return v => ((DateTimeOffset)v).CompareTo(time);
            case CimKind.Real32 or CimKind.Real64:
                double real = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double d)
                    ? d
                    : throw new WqlException("'" + text + "' is no number");
                return v => ((double)v).CompareTo(real);
            case var _ when of.IsInteger:
                decimal number = literal.IsWord("TRUE") ? 1 : literal.IsWord("FALSE") ? 0
                    : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal m) ? m
                    : throw new WqlException("'" + text + "' is no number");
                return v => Convert.ToDecimal(v, CultureInfo.InvariantCulture).CompareTo(number);
            default:
                return v => StringComparer.OrdinalIgnoreCase.Compare(fill(CimText.Of(v)), text);
        }
    }
}

internal sealed class WqlLike(string property, string pattern) : WqlCondition
{
    public override Func<CimInstance, bool> Compile(CimClass type, Func<string, string> fill)
    {
        int index = type.IndexOf(property);
        if (index < 0)
            throw new WqlException(type.Name + " has no property " + property);
        CimType of = type.Properties[index].Type;
        if (of.IsArray || of.Kind is CimKind.Object)
            throw new WqlException(property + " cannot be compared");
        return i => i[index] is { } value && LikePattern.Matches(pattern, fill(CimText.Of(value)));
    }
}
