using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// In parameters as XML (DSP0230, MS-WSMV §4.1.4): an array is its element repeated, null is <c>xsi:nil</c>, dates are in
/// <c>cim:Datetime</c> and <c>cim:Interval</c>, an embedded instance has a type and children in its own namespace.
/// </summary>
internal static class Parameters
{
    /// <exception cref="CimFault">The value has no form in XML.</exception>
    public static void Write(XmlBytes xml, string prefix, string name, object? value, string ns)
    {
        if (value is IEnumerable list and not string)
        {
            foreach (object? item in list)
                Write(xml, prefix, name, item, ns);
            return;
        }
        xml.Raw("<"u8).Raw(prefix).Raw(":"u8).Text(name);
        switch (value)
        {
            case null:
                xml.Raw(" xmlns:xsi=\""u8).Raw(Names.SchemaInstance).Raw("\" xsi:nil=\"true\">"u8);
                break;
            case CimObject instance:
                string inner = prefix + "e";
                xml.Raw(" xmlns:xsi=\""u8).Raw(Names.SchemaInstance)
                    .Raw("\" xmlns:"u8).Raw(inner).Raw("=\""u8).Text(Names.Resource(ns, instance.ClassName))
                    .Raw("\" xsi:type=\""u8).Raw(inner).Raw(":"u8).Text(instance.ClassName).Raw("_Type\">"u8);
                foreach (KeyValuePair<string, object?> property in instance.Properties)
                    Write(xml, inner, property.Key, property.Value, ns);
                break;
            case DateTimeOffset date:
                xml.Raw(" xmlns:cim=\""u8).Raw(Names.Cim).Raw("\"><cim:Datetime>"u8)
                    .Raw(date.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture)).Raw("</cim:Datetime>"u8);
                break;
            case TimeSpan interval:
                xml.Raw(" xmlns:cim=\""u8).Raw(Names.Cim).Raw("\"><cim:Interval>"u8)
                    .Raw(CimTime.ToText(interval)).Raw("</cim:Interval>"u8);
                break;
            case string or bool or IFormattable:
                xml.Raw(">"u8).Text(CimValue.ToStringOrNull(value));
                break;
            default:
                throw new CimFault(CimFaultKind.NotSupported, name + ": " + value.GetType().Name + " has no form in XML");
        }
        xml.Raw("</"u8).Raw(prefix).Raw(":"u8).Text(name).Raw(">"u8);
    }
}
