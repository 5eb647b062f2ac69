using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.WsMan;

namespace MedHardening.Simulator.Cim;

/// <summary>
/// Values in the order of the class's properties: string, bool, long, ulong, double, DateTimeOffset, TimeSpan,
/// <see cref="CimInstance"/>, <see cref="CimReference"/>, an array of these, or null. Immutable, shared by all hosts of an archetype.
/// </summary>
internal sealed class CimInstance(CimClass type, object?[] values)
{
    public CimClass Class { get; } = type;

    /// <summary>Its XML, once a host of the archetype was asked for it.</summary>
    public XmlTemplate? Xml { get; set; }

    public object? this[int property] => values[property];

    public object? this[string property]
    {
        get
        {
            int index = Class.IndexOf(property);
            return index < 0 ? null : values[index];
        }
    }

    /// <summary>A copy in which some properties have other values: how a host departs from its archetype.</summary>
    public CimInstance With(IEnumerable<KeyValuePair<string, object?>> changes)
    {
        object?[] copy = (object?[])values.Clone();
        foreach ((string name, object? value) in changes)
            copy[Class.IndexOf(name)] = value;
        return new CimInstance(Class, copy);
    }
}

/// <summary>A reference to an instance: its class and the texts of its keys.</summary>
internal sealed record CimReference(string Namespace, string ClassName, IReadOnlyList<KeyValuePair<string, string>> Keys)
{
    /// <summary>As an object path: <c>Win32_Group.Domain="PC",Name="Users"</c>.</summary>
    public override string ToString() => ClassName + "." + string.Join(",", Keys.Select(k => k.Key + "=\"" + k.Value + "\""));
}
