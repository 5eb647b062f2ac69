using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Wql;

namespace MedHardening.Simulator.WsMan;

/// <summary>Enumerate, Pull and Release.</summary>
internal sealed class EnumerateOperation(EnumerationStore store, int maxBatchItems)
{
    // What stands around the items in the longest case: the context, the wrappers, EndOfSequence, the tail.
    private const int Surroundings = 400;

    public void Enumerate(Exchange exchange)
    {
        BodyNode body = exchange.Body("Enumerate");
        Enumeration enumeration = Begin(exchange, body);
        bool optimize = body.Child("OptimizeEnumeration") is not null;
        exchange.Begin(Names.Enumeration + "/EnumerateResponse");
        ReplyBuffer reply = exchange.Reply;
        if (!optimize)
        {
            reply.Raw("<n:EnumerateResponse><n:EnumerationContext>"u8).Ascii(store.Keep(enumeration))
                .Raw("</n:EnumerationContext></n:EnumerateResponse>"u8);
            return;
        }
        IReadOnlyList<Enumeration.Item> page = enumeration.Take(MaxElements(body), exchange.Room(Surroundings));
        // The context is there and empty when all is said (MS-WSMV §4.6.2; captures in zenoss/txwinrm).
        reply.Raw("<n:EnumerateResponse><n:EnumerationContext>"u8).Ascii(enumeration.IsAtEnd ? "" : store.Keep(enumeration))
            .Raw("</n:EnumerationContext><w:Items>"u8);
        enumeration.Write(reply, page);
        reply.Raw("</w:Items>"u8).Ascii(enumeration.IsAtEnd ? "<w:EndOfSequence/>" : "").Raw("</n:EnumerateResponse>"u8);
    }

    public void Pull(Exchange exchange)
    {
        BodyNode body = exchange.Body("Pull");
        Enumeration enumeration = store.Take(body.Child("EnumerationContext")?.Text.Trim(), exchange.Host, exchange.User);
        exchange.Begin(Names.Enumeration + "/PullResponse");
        IReadOnlyList<Enumeration.Item> page = enumeration.Take(MaxElements(body), exchange.Room(Surroundings));
        ReplyBuffer reply = exchange.Reply;
        reply.Raw("<n:PullResponse>"u8);
        if (!enumeration.IsAtEnd)
            reply.Raw("<n:EnumerationContext>"u8).Ascii(store.Keep(enumeration)).Raw("</n:EnumerationContext>"u8);
        reply.Raw("<n:Items>"u8);
        enumeration.Write(reply, page);
        reply.Raw("</n:Items>"u8).Ascii(enumeration.IsAtEnd ? "<n:EndOfSequence/>" : "").Raw("</n:PullResponse>"u8);
    }

    public void Release(Exchange exchange)
    {
        BodyNode body = exchange.Body("Release");
        store.Take(body.Child("EnumerationContext")?.Text.Trim(), exchange.Host, exchange.User);
        exchange.Begin(Names.Enumeration + "/ReleaseResponse");
    }

    private static Enumeration Begin(Exchange exchange, BodyNode body)
    {
        ResourceAddress address = ResourceAddress.Of(exchange.Request);
        EnumerationMode mode = body.Child("EnumerationMode")?.Text.Trim() switch
        {
            null => EnumerationMode.Object,
            "EnumerateEPR" => EnumerationMode.Reference,
            "EnumerateObjectAndEPR" => EnumerationMode.ObjectAndReference,
            _ => throw Faults.EnumerationMode(),
        };
        if (!exchange.Host.Data.HasNamespace(address.Namespace))
            throw Faults.InvalidNamespace(address.Namespace);

        WqlQuery? query = null;
        BodyNode? selectorFilter = null;
        if (body.Child("Filter") is { } filter)
        {
            switch (filter.Dialect)
            {
                case Names.Wql: query = Parse(filter.Text); break;
                case Names.SelectorFilter: selectorFilter = filter; break;
                default: throw Faults.FilterDialect();
            }
        }
        if (query is not null && !address.IsAnyClass)
            throw Faults.WqlNeedsStar();
        if (query is null && address.IsAnyClass)
            throw Faults.InvalidFilter();

        string className = query?.ClassName ?? address.ClassName;
        CimClass type = exchange.Host.Data.FindClass(address.Namespace, className)
            ?? throw Faults.InvalidClass(address.Namespace, className);
        IReadOnlyList<CimInstance> rows = exchange.Instances(type);
        if (query?.Condition is { } condition)
            rows = Filter(rows, Compile(condition, type, exchange.Host));
        else if (selectorFilter is not null)
            rows = Filter(rows, SelectorFilter.Compile(selectorFilter, type, exchange.Host));
        return new Enumeration(exchange.Host, exchange.User, rows, new UriStyle(type.Namespace, address.IsDmtf))
        {
            Mode = mode,
            Columns = query?.Columns is { } columns ? Columns(columns, type) : null,
        };
    }

    private static WqlQuery Parse(string text)
    {
        try
        {
            return WqlQuery.Parse(text);
        }
        catch (WqlException)
        {
            throw Faults.InvalidFilter();
        }
    }

    private static Func<CimInstance, bool> Compile(WqlCondition condition, CimClass type, SimulatedHost host)
    {
        try
        {
            return condition.Compile(type, host.Identity.Fill);
        }
        catch (WqlException)
        {
            throw Faults.InvalidFilter();
        }
    }

    private static List<CimInstance> Filter(IReadOnlyList<CimInstance> rows, Func<CimInstance, bool> condition) =>
        rows.Where(condition).ToList();

    private static int[] Columns(IReadOnlyList<string> names, CimClass type)
    {
        int[] columns = names.Select(type.IndexOf).Distinct().Order().ToArray();
        return columns[0] < 0 ? throw Faults.InvalidFilter() : columns;
    }

    private int MaxElements(BodyNode body)
    {
        string? text = body.Child("MaxElements")?.Text.Trim();
        if (text is null)
            return 1;
        return uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint wanted) && wanted > 0
            ? (int)Math.Min(wanted, (uint)maxBatchItems)
            : throw Faults.SchemaValidation();
    }
}
