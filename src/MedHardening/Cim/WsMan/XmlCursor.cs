using System;
using System.Text;
using System.Xml;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// Walks the elements of one reply. The reader knows no DTD and resolves nothing; depth and names are bounded, texts by the reply.
/// Reused between replies, as most are small and a reader with its buffers is not. Replies are UTF-8, as the requests are.
/// </summary>
internal sealed class XmlCursor
{
    private const int MaxDepth = 64;

    private static readonly XmlDictionaryReaderQuotas s_quotas = new()
    {
        MaxDepth = MaxDepth + 8, // ours is checked first, to tell the two faults apart
        MaxBytesPerRead = 64 * 1024, // one start tag with its attributes
        MaxNameTableCharCount = 4 * 1024 * 1024, // of all replies of a session together
    };

    private readonly XmlDictionaryReader _reader = XmlDictionaryReader.CreateTextReader("<a/>"u8.ToArray(), s_quotas);

    private readonly TextCache _texts;
    private readonly char[] _short = new char[TextCache.MaxLength];
    private readonly StringBuilder _text = new();

    public XmlCursor(TextCache texts)
    {
        _texts = texts;
    }

    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    public bool HasAttributes => _reader.AttributeCount > 0;

    /// <summary>Begins a reply and stands on its root element.</summary>
    /// <exception cref="XmlException">It is not XML.</exception>
    public void Open(byte[] bytes, int length)
    {
        ((IXmlTextReaderInitializer)_reader).SetInput(bytes, 0, length, null, s_quotas, null);
        _reader.MoveToContent();
        if (_reader.NodeType != XmlNodeType.Element)
            throw new XmlException("no root element");
    }

    /// <summary>Lets go of the bytes.</summary>
    public void Close() => _reader.Close();

    public bool Is(string name, string ns) => _reader.LocalName == name && _reader.NamespaceURI == ns;

    public string? Attribute(string name, string ns = "") => _reader.GetAttribute(name, ns);

    /// <summary>Steps into the element; false when it is empty, and then it is passed already.</summary>
    public bool Enter()
    {
        bool empty = _reader.IsEmptyElement;
        _reader.Read();
        return !empty;
    }

    /// <summary>Stands on the next child element; at the end of the parent passes it and returns false.</summary>
    public bool NextChild()
    {
        while (true)
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (_reader.Depth > MaxDepth)
                        throw new CimFault(CimFaultKind.LimitExceeded, "an answer nested deeper than " + MaxDepth);
                    return true;
                case XmlNodeType.EndElement:
                    _reader.Read();
                    return false;
                case XmlNodeType.None:
                    throw new XmlException("the document ends inside an element");
                default:
                    _reader.Read();
                    break;
            }
        }
    }

    /// <summary>
    /// Inside an element: its text up to the end, which is passed; or null when it has child elements, of which it then stands
    /// on the first.
    /// </summary>
    public string? TextOrChild()
    {
        string? first = null;
        while (true)
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (first is null)
                        first = Value();
                    else
                        _text.Append(_text.Length == 0 ? first : "").Append(_reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    string text = _text.Length == 0 ? first ?? "" : _text.ToString();
                    _text.Clear();
                    _reader.Read();
                    return text;
                case XmlNodeType.Element:
                    _text.Clear();
                    return NextChild() ? null : "";
                case XmlNodeType.None:
                    throw new XmlException("the document ends inside an element");
                default:
                    break;
            }
            _reader.Read();
        }
    }

    private string Value()
    {
        int length = _reader.ReadValueChunk(_short, 0, _short.Length);
        // A pair of surrogates that does not fit is left for the next chunk.
        return length < _short.Length - 1 ? _texts.Get(_short.AsSpan(0, length)) : new string(_short, 0, length) + _reader.Value;
    }

    /// <summary>The text of the element, which is passed; of an element with children only their end.</summary>
    public string Text()
    {
        if (!Enter())
            return "";
        string? text = TextOrChild();
        if (text is not null)
            return text.Trim();
        SkipRest();
        return "";
    }

    /// <summary>The text of the element as a qualified name; the namespace is empty when nobody declared its prefix.</summary>
    public (string Namespace, string Name) QualifiedName()
    {
        if (!Enter())
            return ("", "");
        string text = "";
        while (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace)
        {
            text += _reader.Value;
            _reader.Read();
        }
        text = text.Trim();
        int colon = text.IndexOf(':', System.StringComparison.Ordinal);
        string ns = _reader.LookupNamespace(colon < 0 ? "" : text[..colon]) ?? "";
        SkipRest();
        return (ns, text[(colon + 1)..]);
    }

    /// <summary>Passes the element with all it holds.</summary>
    public void Skip()
    {
        if (Enter())
            SkipRest();
    }

    /// <summary>Passes the siblings that are left and the end of the parent.</summary>
    public void SkipRest()
    {
        while (NextChild())
            Skip();
    }
}
