using System;
using System.Collections;
using System.Collections.Generic;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// WMI context values as an OptionSet: the service strips <c>wmi:</c> and adds the rest to the context; values under
/// <c>wmiarray:</c> become one array in their order (MS-WSMV §3.1.4.1.10). Type is honoured since Windows 8 (note 53).
/// </summary>
internal static class OptionSet
{
    public static void Write(XmlBytes xml, IReadOnlyDictionary<string, object> options)
    {
        if (options.Count == 0)
            return;
        // mustUnderstand: an answer from the wrong view of the registry would be worse than none.
        xml.Raw("<w:OptionSet xmlns:xs=\""u8).Raw(Names.Schema).Raw("\" s:mustUnderstand=\"true\">"u8);
        foreach (KeyValuePair<string, object> option in options)
        {
            if (option.Value is IEnumerable list and not string)
            {
                foreach (object item in list)
                    Write(xml, "wmiarray:", option.Key, item);
            }
            else
            {
                Write(xml, "wmi:", option.Key, option.Value);
            }
        }
        xml.Raw("</w:OptionSet>"u8);
    }

    private static void Write(XmlBytes xml, string prefix, string name, object value) =>
        xml.Raw("<w:Option Name=\""u8).Raw(prefix).Text(name).Raw("\" Type=\"xs:"u8).Raw(TypeName(value)).Raw("\">"u8)
            .Text(CimValue.ToStringOrNull(value)).Raw("</w:Option>"u8);

    private static string TypeName(object value) => value switch
    {
        string => "string",
        bool => "boolean",
        byte => "unsignedByte",
        ushort => "unsignedShort",
        int => "int",
        uint => "unsignedInt",
        long => "long",
        ulong => "unsignedLong",
        double => "double",
        _ => throw new ArgumentException("An option of type " + value.GetType().Name + " has no form in XML.", nameof(value)),
    };
}
