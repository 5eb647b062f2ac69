using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>
/// Instances as WinRM writes them (captures of Windows Server 2008 and 2012 in zenoss/txwinrm, txwinrm/test/data):
/// properties in alphabetical order, null scalars as nil, arrays as repeated elements.
/// </summary>
internal static class InstanceXml
{
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Common = "http://schemas.dmtf.org/wbem/wscim/1/common";
    private const string Wsa = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    private const string WsMan = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    private const string Anonymous = Wsa + "/role/anonymous";

    /// <summary><c>p:Class</c> with all properties. <paramref name="location"/>: its EPR as last child (MS-WSMV §4.1.1).</summary>
    public static XmlTemplate Element(CimInstance instance, bool nullArrays, bool location)
    {
        TemplateBuilder xml = new();
        string name = instance.Class.Name;
        xml.Raw($"<p:{name} xmlns:xsi=\"{Xsi}\" xmlns:p=\"").Open(Hole.UriBase)
            .Raw($"{name}\" xmlns:cim=\"{Common}\" xsi:type=\"p:{name}_Type\">");
        Writer writer = new(xml, nullArrays);
        writer.Properties(instance, "p:", 0);
        if (location)
        {
            xml.Raw($"<cim:Location xmlns:a=\"{Wsa}\" xmlns:w=\"{WsMan}\">");
            ReferenceContent(xml, ReferenceTo(instance));
            xml.Raw("</cim:Location>");
        }
        return xml.Raw($"</p:{name}>").Build();
    }

    /// <summary>
    /// <c>w:XmlFragment</c> of a projection: no namespaces on the properties, alphabetical order, the prefix of Datetime gone
    /// (MS-WSMV §3.1.4.1.13 notes 58 and 59).
    /// </summary>
    public static XmlTemplate Fragment(CimInstance instance, IReadOnlyList<int> columns, bool nullArrays)
    {
        TemplateBuilder xml = new();
        xml.Raw($"<w:XmlFragment xmlns:xsi=\"{Xsi}\" xmlns:w=\"{WsMan}\">");
        Writer writer = new(xml, nullArrays);
        foreach (int column in columns)
            writer.Property(instance.Class.Properties[column], instance[column], "", 0);
        return xml.Raw("</w:XmlFragment>").Build();
    }

    /// <summary><c>a:EndpointReference</c> of an instance.</summary>
    public static XmlTemplate Reference(CimInstance instance)
    {
        TemplateBuilder xml = new();
        xml.Raw("<a:EndpointReference>");
        ReferenceContent(xml, ReferenceTo(instance));
        return xml.Raw("</a:EndpointReference>").Build();
    }

    /// <summary>An array of instances in the output of a method.</summary>
    public static XmlTemplate Parameter(string name, IReadOnlyList<CimInstance> instances, bool nullArrays)
    {
        TemplateBuilder xml = new();
        CimProperty parameter = new(name, new CimType(CimKind.Object, true, null), false);
        new Writer(xml, nullArrays).Property(parameter, instances.ToArray<object>(), "p:", 0);
        return xml.Build();
    }

    private static CimReference ReferenceTo(CimInstance instance) => new(
        instance.Class.Namespace,
        instance.Class.Name,
        instance.Class.Keys.Select(k => KeyValuePair.Create(k.Name, CimText.Of(instance[k.Name] ?? ""))).ToArray());

    private static void ReferenceContent(TemplateBuilder xml, CimReference reference)
    {
        xml.Raw($"<a:Address>{Anonymous}</a:Address><a:ReferenceParameters><w:ResourceURI>").Open(Hole.UriBase)
            .Raw($"{reference.ClassName}</w:ResourceURI><w:SelectorSet>").Open(Hole.NamespaceSelector);
        foreach ((string key, string value) in reference.Keys)
            xml.Raw($"<w:Selector Name=\"{key}\">").Value(CimText.Escape(value)).Raw("</w:Selector>");
        xml.Raw("</w:SelectorSet></a:ReferenceParameters>");
    }

    /// <summary>One element's content; <c>depth</c> numbers the prefixes p1, p2 … of embedded classes.</summary>
    private sealed class Writer(TemplateBuilder xml, bool nullArrays)
    {
        public void Properties(CimInstance instance, string prefix, int depth)
        {
            for (int i = 0; i < instance.Class.Properties.Count; i++)
                Property(instance.Class.Properties[i], instance[i], prefix, depth);
        }

        public void Property(CimProperty property, object? value, string prefix, int depth)
        {
            string tag = prefix + property.Name;
            if (property.Type.IsArray)
            {
                // Windows leaves a null or empty array out; MS-WSMV §3.1.4.1.26 says one nil element. Both are met.
                object[] items = value as object[] ?? [];
                foreach (object item in items)
                    Item(property.Type, tag, item, prefix, depth);
                if (items.Length > 0 || !nullArrays)
                    return;
                value = null;
            }
            if (value is null)
                xml.Raw($"<{tag} xsi:nil=\"true\"/>");
            else
                Item(property.Type, tag, value, prefix, depth);
        }

        private void Item(CimType type, string tag, object value, string prefix, int depth)
        {
            switch (value)
            {
                case CimInstance embedded:
                    string inner = "p" + (depth + 1).ToString(CultureInfo.InvariantCulture);
                    xml.Raw($"<{tag} xmlns:{inner}=\"").Open(Hole.UriBase)
                        .Raw($"{embedded.Class.Name}\" xsi:type=\"{inner}:{embedded.Class.Name}_Type\">");
                    Properties(embedded, inner + ":", depth + 1);
                    break;
                case CimReference reference:
                    xml.Raw($"<{tag} xmlns:a=\"{Wsa}\" xmlns:w=\"{WsMan}\">");
                    ReferenceContent(xml, reference);
                    break;
                case DateTimeOffset or TimeSpan:
                    string element = (prefix.Length == 0 ? "" : "cim:") + (type.Kind == CimKind.Interval ? "Interval" : "Datetime");
                    xml.Raw($"<{tag}><{element}>{CimText.Of(value)}</{element}>");
                    break;
                default:
                    xml.Raw($"<{tag}>").Value(CimText.Escape(CimText.Of(value)));
                    break;
            }
            xml.Raw($"</{tag}>");
        }
    }
}
