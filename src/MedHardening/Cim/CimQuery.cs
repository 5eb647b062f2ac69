using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Cim;

/// <summary>A question for instances. Two queries with the same <see cref="Key"/> are the same question.</summary>
public sealed record CimQuery
{
    /// <summary>More instances than this of one class on one host is a host that misbehaves, unless a query says otherwise.</summary>
    public const int DefaultLimit = 20_000;

    private CimQuery(string ns, string className, string? wql)
    {
        Namespace = ns;
        ClassName = className;
        Wql = wql;
    }

    /// <summary>CIM namespace with forward slashes, such as <c>root/cimv2</c>.</summary>
    public string Namespace { get; }

    /// <summary>The class whose instances are asked for; <c>*</c> for a WQL query.</summary>
    public string ClassName { get; }

    /// <summary>The WQL text, or null to enumerate the class whole.</summary>
    public string? Wql { get; }

    /// <summary>More rows than this are a fault (<see cref="CimFaultKind.LimitExceeded"/>), never a cut-off list.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>WMI context values by name, without the <c>wmi:</c> prefix of the wire (MS-WSMV §3.1.4.1.10).</summary>
    public IReadOnlyDictionary<string, object> Options { get; init; } = new Dictionary<string, object>();

    /// <summary>The identity of the question, for recordings.</summary>
    public string Key => string.Join("|", new[] { "query", Namespace.ToLowerInvariant(), ClassName.ToLowerInvariant(), Wql }
        .Concat(Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Key + "=" + CimValue.ToText(o.Value))));

    /// <summary>All instances of a class.</summary>
    public static CimQuery Class(string ns, string className) => new(ns, className, null);

    /// <summary>The rows of a WQL query. Prefer <c>SELECT *</c>: a projection loses the class of its rows (MS-WSMV §3.1.4.1.13).</summary>
    public static CimQuery FromWql(string ns, string wql) => new(ns, "*", wql);

    /// <summary>A text as a literal of WQL. https://learn.microsoft.com/windows/win32/wmisdk/wql-sql-for-wmi</summary>
    public static string Quoted(string text) => "'" + text.Replace("\\", "\\\\").Replace("'", "\\'") + "'";

    /// <summary>What a person typed: WQL, or the name of a class whose instances are wanted.</summary>
    public static CimQuery Of(string ns, string typed) => typed.Trim() is var text && text.Any(char.IsWhiteSpace) ? FromWql(ns, text) : Class(ns, text);

    /// <summary>The same question with another <see cref="Limit"/>.</summary>
    public CimQuery AtMost(int limit) => new(Namespace, ClassName, Wql) { Limit = limit, Options = Options };

    /// <summary>The same question with one more WMI context value.</summary>
    public CimQuery With(string option, object value) => new(Namespace, ClassName, Wql)
    {
        Limit = Limit,
        Options = Options.Concat([new KeyValuePair<string, object>(option, value)]).ToDictionary(o => o.Key, o => o.Value),
    };

    public override string ToString() => Wql ?? Namespace + "/" + ClassName;
}
