using System;
using System.Buffers;
using System.Text;

namespace MedHardening.Cim.WsMan;

/// <summary>A growing buffer of UTF-8 XML. Reused between requests.</summary>
internal sealed class XmlBytes
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("&<>\"\r\n\t");
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public void Clear() => _buffer.ResetWrittenCount();

    public XmlBytes Raw(ReadOnlySpan<byte> utf8)
    {
        _buffer.Write(utf8);
        return this;
    }

    /// <summary>Text that is known to need no escape: names and URIs of this code.</summary>
    public XmlBytes Raw(ReadOnlySpan<char> text)
    {
        Encoding.UTF8.GetBytes(text, _buffer);
        return this;
    }

    /// <summary>Text or attribute value; line ends and tabs are written as references so that no parser normalises them.</summary>
    /// <exception cref="CimFault">A character that XML 1.0 §2.2 cannot carry.</exception>
    public XmlBytes Text(ReadOnlySpan<char> text)
    {
        EnsureXmlCharacters(text);
        while (true)
        {
            int i = text.IndexOfAny(s_special);
            if (i < 0)
                return Raw(text);
            Raw(text[..i]);
            Raw(text[i] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\r' => "&#13;"u8,
                '\n' => "&#10;"u8,
                _ => "&#9;"u8,
            });
            text = text[(i + 1)..];
        }
    }

    private static void EnsureXmlCharacters(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE') or '\t' or '\n' or '\r')
                continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }
            throw new CimFault(CimFaultKind.NotSupported, $"U+{(int)c:X4} cannot be sent: XML 1.0 has no such character");
        }
    }
}
