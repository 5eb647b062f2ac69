using System;
using System.Collections.Generic;
using System.Text;

namespace MedHardening.Simulator.WsMan;

/// <summary>What is left open in encoded XML, to be filled in for the host and the request.</summary>
internal enum Hole : byte
{
    UriBase,
    NamespaceSelector,
    Name,
    Domain,
    Serial,
    Address,
}

/// <summary>XML in UTF-8, encoded once for all hosts of an archetype and all requests.</summary>
internal sealed class XmlTemplate(byte[] bytes, (int At, Hole Kind)[] holes)
{
    public void WriteTo(ReplyBuffer target, UriStyle uri, HostIdentity host)
    {
        int from = 0;
        foreach ((int at, Hole kind) in holes)
        {
            target.Raw(bytes.AsSpan(from, at - from));
            from = at;
            switch (kind)
            {
                case Hole.UriBase: target.Raw(uri.Base); break;
                case Hole.NamespaceSelector: target.Raw(uri.NamespaceSelector); break;
                default: target.Markup(HostWord(kind, host)); break;
            }
        }
        target.Raw(bytes.AsSpan(from));
    }

    /// <summary>Bytes that <see cref="WriteTo"/> would write.</summary>
    public int Measure(UriStyle uri, HostIdentity host)
    {
        int length = bytes.Length;
        foreach ((_, Hole kind) in holes)
        {
            length += kind switch
            {
                Hole.UriBase => uri.Base.Length,
                Hole.NamespaceSelector => uri.NamespaceSelector.Length,
                _ => Encoding.UTF8.GetByteCount(HostWord(kind, host)),
            };
        }
        return length;
    }

    private static string HostWord(Hole kind, HostIdentity host) => kind switch
    {
        Hole.Domain => host.Domain,
        Hole.Serial => host.Serial,
        Hole.Address => host.Address,
        _ => host.Name,
    };
}

/// <summary>How class URIs are written in answer to a request: as WMI does, or as DMTF does with the namespace in a selector.</summary>
internal sealed class UriStyle
{
    private const string Wmi = "http://schemas.microsoft.com/wbem/wsman/1/wmi/";
    private const string Dmtf = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/";

    public UriStyle(string ns, bool dmtf)
    {
        BaseText = dmtf ? Dmtf : Wmi + ns + "/";
        Base = Encoding.UTF8.GetBytes(BaseText);
        NamespaceSelector = dmtf
            ? Encoding.UTF8.GetBytes("<w:Selector Name=\"__cimnamespace\">" + ns + "</w:Selector>")
            : [];
    }

    public string BaseText { get; }

    public byte[] Base { get; }

    /// <summary>MS-WSMV §3.1.4.1.1 note 45: part of the EPR when the request had a DMTF URI.</summary>
    public byte[] NamespaceSelector { get; }
}

/// <summary>Writes markup and values, and remembers where the holes are.</summary>
internal sealed class TemplateBuilder
{
    private static readonly (string Word, Hole Kind)[] s_words =
        [("${name}", Hole.Name), ("${domain}", Hole.Domain), ("${serial}", Hole.Serial), ("${address}", Hole.Address)];

    private readonly StringBuilder _text = new();
    private readonly List<(int At, Hole Kind)> _holes = [];

    public TemplateBuilder Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public TemplateBuilder Open(Hole kind)
    {
        _holes.Add((_text.Length, kind));
        return this;
    }

    /// <summary>Text already escaped, in which the words of <see cref="HostIdentity"/> become holes.</summary>
    public TemplateBuilder Value(string escaped)
    {
        int from = 0;
        while (true)
        {
            int mark = escaped.IndexOf('$', from);
            if (mark < 0)
                return Raw(from == 0 ? escaped : escaped[from..]);
            _text.Append(escaped, from, mark - from);
            from = mark;
            foreach ((string word, Hole kind) in s_words)
            {
                if (string.CompareOrdinal(escaped, mark, word, 0, word.Length) == 0)
                {
                    Open(kind);
                    from = mark + word.Length;
                    break;
                }
            }
            if (from == mark)
            {
                _text.Append('$');
                from++;
            }
        }
    }

    public XmlTemplate Build()
    {
        string text = _text.ToString();
        (int At, Hole Kind)[] holes = _holes.ToArray();
        int chars = 0;
        int bytes = 0;
        for (int i = 0; i < holes.Length; i++)
        {
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(chars, holes[i].At - chars));
            chars = holes[i].At;
            holes[i].At = bytes;
        }
        return new XmlTemplate(Encoding.UTF8.GetBytes(text), holes);
    }
}
