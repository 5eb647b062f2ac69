using System;
using System.Globalization;
using System.Text;
using System.Xml;

namespace MedHardening.Simulator.Cim;

/// <summary>CIM values as text: the XML forms that WinRM sends and the DMTF forms that WQL compares.</summary>
internal static class CimText
{
    /// <summary>
    /// <c>2013-04-15T16:28:43.488171Z</c>: the fraction without trailing zeros, Z for UTC
    /// (captures of Windows Server 2012 in zenoss/txwinrm).
    /// </summary>
    public static string XmlDateTime(DateTimeOffset time)
    {
        string text = time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
        return time.Offset == TimeSpan.Zero ? text + "Z" : text + time.ToString("zzz", CultureInfo.InvariantCulture);
    }

    /// <summary><c>P0DT0H1M40S</c>.</summary>
    public static string XmlInterval(TimeSpan span)
    {
        string seconds = (span.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond)
            .ToString("0.######", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"P{span.Days}DT{span.Hours}H{span.Minutes}M{seconds}S");
    }

    /// <summary><c>yyyymmddHHMMSS.mmmmmm±UUU</c> (DSP0004 §5.2.4).</summary>
    public static string DmtfDateTime(DateTimeOffset time)
    {
        int offset = (int)time.Offset.TotalMinutes;
        return time.ToString("yyyyMMddHHmmss.ffffff", CultureInfo.InvariantCulture)
            + (offset < 0 ? "-" : "+") + Math.Abs(offset).ToString("000", CultureInfo.InvariantCulture);
    }

    /// <returns>False when the text is no DMTF point in time.</returns>
    public static bool TryParseDmtf(string text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length != 25 || text[14] != '.' || text[21] is not ('+' or '-'))
            return false;
        if (!int.TryParse(text.AsSpan(22), NumberStyles.None, CultureInfo.InvariantCulture, out int minutes)
            || minutes > 14 * 60
            || !DateTime.TryParseExact(
                text.AsSpan(0, 21), "yyyyMMddHHmmss.ffffff", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
            return false;
        time = new DateTimeOffset(local, TimeSpan.FromMinutes(text[21] == '-' ? -minutes : minutes));
        return true;
    }

    /// <summary>A scalar as it stands in an element or a selector, before escaping.</summary>
    public static string Of(object value) => value switch
    {
        string s => s,
        bool b => b ? "true" : "false",
        double d => XmlConvert.ToString(d),
        DateTimeOffset t => XmlDateTime(t),
        TimeSpan t => XmlInterval(t),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>
    /// Characters that WinRM cannot send become <c>?</c> (MS-WSMV §3.1.4.1.25); the five of XML are escaped.
    /// </summary>
    public static string Escape(string text)
    {
        int first = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (first < 0 && text.AsSpan().IndexOfAny('<', '>', '&') < 0)
            return text;
        StringBuilder result = new(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '&' => result.Append("&amp;"),
                '\r' => result.Append("&#xD;"),
                '\t' or '\n' => result.Append(c),
                < ' ' or '\uFFFE' or '\uFFFF' => result.Append('?'),
                _ => result.Append(c),
            };
        }
        return result.ToString();
    }

    /// <summary>As <see cref="Escape"/>, for an attribute between double quotes.</summary>
    public static string EscapeAttribute(string text) =>
        Escape(text).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\t", "&#x9;", StringComparison.Ordinal)
            .Replace("\n", "&#xA;", StringComparison.Ordinal);
}
