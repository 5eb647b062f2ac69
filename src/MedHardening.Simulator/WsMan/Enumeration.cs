using System.Collections.Generic;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

internal enum EnumerationMode
{
    Object,
    Reference,
    ObjectAndReference,
}

/// <summary>An answer that is handed out in pages.</summary>
internal sealed class Enumeration(SimulatedHost host, string user, IReadOnlyList<CimInstance> rows, UriStyle uri)
{
    public SimulatedHost Host => host;

    public string User => user;

    public EnumerationMode Mode { get; init; }

    /// <summary>The properties of a projection; null for whole instances.</summary>
    public IReadOnlyList<int>? Columns { get; init; }

    public int Position { get; private set; }

    public bool IsAtEnd => Position >= rows.Count;

    /// <summary>When nobody has pulled for too long, in ticks of the server's clock.</summary>
    public long Expires { get; set; }

    /// <summary>Items for one page, of at most <paramref name="room"/> bytes together.</summary>
    /// <exception cref="WsManFault">Not even one item fits.</exception>
    public IReadOnlyList<Item> Take(int count, int room)
    {
        List<Item> page = [];
        while (page.Count < count && !IsAtEnd)
        {
            Item item = Render(rows[Position]);
            room -= item.Measure(uri, host.Identity);
            if (room < 0)
                return page.Count > 0 ? page : throw Faults.MaxEnvelopeSizeExceeded();
            page.Add(item);
            Position++;
        }
        return page;
    }

    public void Write(ReplyBuffer reply, IReadOnlyList<Item> page)
    {
        foreach (Item item in page)
            item.WriteTo(reply, uri, host.Identity);
    }

    private Item Render(CimInstance row)
    {
        bool nullArrays = host.Data.Dialect.SendsNullArrays;
        XmlTemplate? body = Mode == EnumerationMode.Reference ? null
            : Columns is not null ? InstanceXml.Fragment(row, Columns, nullArrays)
            : row.Xml ??= InstanceXml.Element(row, nullArrays, location: false);
        return new Item(body, Mode == EnumerationMode.Object ? null : InstanceXml.Reference(row));
    }

    /// <summary>An instance, its reference, or both in one w:Item.</summary>
    internal readonly record struct Item(XmlTemplate? Body, XmlTemplate? Reference)
    {
        private const string Open = "<w:Item>";
        private const string Close = "</w:Item>";

        public int Measure(UriStyle uri, HostIdentity host) =>
            (Body?.Measure(uri, host) ?? 0) + (Reference?.Measure(uri, host) ?? 0)
            + (Body is not null && Reference is not null ? Open.Length + Close.Length : 0);

        public void WriteTo(ReplyBuffer reply, UriStyle uri, HostIdentity host)
        {
            bool both = Body is not null && Reference is not null;
            if (both)
                reply.Ascii(Open);
            Body?.WriteTo(reply, uri, host);
            Reference?.WriteTo(reply, uri, host);
            if (both)
                reply.Ascii(Close);
        }
    }
}
