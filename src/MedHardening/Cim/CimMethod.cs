using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Cim;

/// <summary>A method call on a class or on the instance that <see cref="Keys"/> names.</summary>
public sealed class CimMethod
{
    private static readonly string[] s_reading = ["Get", "Enum", "Check"];

    public CimMethod(string ns, string className, string name)
    {
        Namespace = ns;
        ClassName = className;
        Name = name;
    }

    /// <summary>CIM namespace with forward slashes.</summary>
    public string Namespace { get; }

    public string ClassName { get; }

    public string Name { get; }

    /// <summary>
    /// In parameters in the method's own order and spelling (the XML of parameters is case-sensitive, MS-WSMV §3.1.4.1.2).
    /// Values: string, bool, integers, arrays of these, or <see cref="CimObject"/>.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Parameters { get; init; } = Array.Empty<KeyValuePair<string, object?>>();

    /// <summary>Key properties of the instance; empty for a static method.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it is a question, by the verbs that StdRegProv and other providers use: such a method may be called by an audit, and twice.</summary>
    internal bool OnlyReads => s_reading.Any(verb => Name.StartsWith(verb, StringComparison.OrdinalIgnoreCase));

    /// <summary>The identity of the question, for recordings.</summary>
    public string Key => string.Join("|", new[] { "invoke", Namespace.ToLowerInvariant(), ClassName.ToLowerInvariant(), Name.ToLowerInvariant() }
        .Concat(Keys.OrderBy(k => k.Key, StringComparer.OrdinalIgnoreCase).Select(k => k.Key.ToLowerInvariant() + "=" + k.Value))
        .Concat(Parameters.Select(p => p.Key.ToLowerInvariant() + "=" + CimValue.ToText(p.Value))));

    public override string ToString() => ClassName + "." + Name;
}
