using System;
using System.Collections.Generic;
using System.Globalization;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// Reads one value (DSP0230 §5). Scalars come without a type and stay text, unless <c>xsi:type</c> or the form says more. What
/// does not read as its type says stays text too: the question that needs it will find it unreadable, the others go on.
/// </summary>
internal sealed class ValueReader
{
    private const string LibMiSchemaInstance = Names.Schema;
    private const string TypeSuffix = "_Type";

    private readonly XmlCursor _xml;
    private readonly InstanceReader _instances;

    public ValueReader(XmlCursor xml, InstanceReader instances)
    {
        _xml = xml;
        _instances = instances;
    }

    /// <summary>The value of the element, which is passed.</summary>
    public object? Read()
    {
        string? type = null;
        string name = _xml.Name;
        if (_xml.HasAttributes)
        {
            if (Instance("nil") is "true" or "1")
            {
                _xml.Skip();
                return null;
            }
            type = Instance("type");
        }
        if (!_xml.Enter())
            return "";
        string? text = _xml.TextOrChild();
        if (text is not null)
            return type is null ? text : Typed(LocalPart(type), text);
        if (_xml.Namespace == Names.Addressing)
            return Reference();
        if (_xml.Namespace.Length == 0 || _xml.Namespace == Names.Cim)
        {
            object? time = Time();
            if (time is not null)
                return time;
        }
        return _instances.ReadMembers(type is null ? name : ClassOf(LocalPart(type)));
    }

    private string? Instance(string name) =>
        _xml.Attribute(name, Names.SchemaInstance) ?? _xml.Attribute(name, LibMiSchemaInstance);

    // Rows of a projection have no namespaces, so there it is <Datetime> alone (MS-WSMV note 58).
    private object? Time()
    {
        bool date = _xml.Name == "Datetime";
        if (!date && _xml.Name != "Interval")
            return null;
        string text = _xml.Text();
        _xml.SkipRest();
        return Typed(date ? "cimDateTime" : "duration", text);
    }

    /// <summary>A reference is an endpoint reference; its selectors are the keys of what it refers to (DSP0227 §6).</summary>
    private CimObject Reference()
    {
        string className = "";
        List<string> names = [];
        List<object?> values = [];
        Collect();
        return new CimObject(className, [.. names], [.. values]);

        void Collect()
        {
            do
            {
                if (_xml.Is("ResourceURI", Names.WsMan))
                {
                    string uri = _xml.Text();
                    className = uri[(uri.LastIndexOf('/') + 1)..];
                }
                else if (_xml.Is("Selector", Names.WsMan) && _xml.Attribute("Name") is string key)
                {
                    names.Add(key);
                    values.Add(Read());
                }
                else if (_xml.Is("EndpointReference", Names.Addressing) || _xml.Is("ReferenceParameters", Names.Addressing)
                    || _xml.Is("SelectorSet", Names.WsMan))
                {
                    if (_xml.Enter() && _xml.NextChild())
                        Collect();
                }
                else
                {
                    _xml.Skip();
                }
            }
            while (_xml.NextChild());
        }
    }

    private static object Typed(string type, string text)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        switch (type)
        {
            case "cimDateTime" or "dateTime":
                return CimTime.TryParseDate(text, out DateTimeOffset date) ? date
                    : CimTime.TryParseInterval(text, out TimeSpan inDate) ? inDate : text;
            case "duration":
                return CimTime.TryParseInterval(text, out TimeSpan interval) ? interval : text;
            case "cimBoolean" or "boolean":
                return bool.TryParse(text, out bool truth) ? truth : text;
            case "cimUnsignedByte" or "cimUnsignedShort" or "cimUnsignedInt" or "cimUnsignedLong"
                or "unsignedByte" or "unsignedShort" or "unsignedInt" or "unsignedLong":
                return ulong.TryParse(text, NumberStyles.Integer, culture, out ulong unsigned) ? unsigned : text;
            case "cimByte" or "cimShort" or "cimInt" or "cimLong" or "byte" or "short" or "int" or "long":
                return long.TryParse(text, NumberStyles.Integer, culture, out long signed) ? signed : text;
            case "cimFloat" or "cimDouble" or "float" or "double":
                return double.TryParse(text, NumberStyles.Float, culture, out double real) ? real : text;
            default:
                return text;
        }
    }

    private static string LocalPart(string qname) => qname[(qname.IndexOf(':') + 1)..].Trim();

    private static string ClassOf(string type) =>
        type.EndsWith(TypeSuffix, StringComparison.Ordinal) ? type[..^TypeSuffix.Length] : type;
}
